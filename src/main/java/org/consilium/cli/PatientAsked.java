package org.consilium.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.clinical.NotFoundException;
import org.consilium.recommend.Item;
import org.consilium.recommend.RecommendationRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One patient at one time: options that several commands share. */
final class PatientAsked {
    private static final int NAMED = 8;

    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--patient", required = true, description = "Identifier of the patient.")
    private String patient = "";

    @Option(names = "--at", description = "ISO date or time (default: the latest visit).")
    private @Nullable String at;

    String patient() {
        return patient;
    }

    long cohortId(Workspace workspace) {
        return workspace.cohorts().byName(cohort).id();
    }

    RecommendationRequest request(Workspace workspace, int top) {
        return new RecommendationRequest(cohortId(workspace), patient, time(), top, Set.of(), null);
    }

    /**
     * A date alone means its end: what was recorded that day is known.
     *
     * @throws IllegalArgumentException in a sentence when it is no time
     */
    @Nullable LocalDateTime time() {
        String text = at;
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(23, 59, 59);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--at takes a date such as 2025-03-31 or a time such as 2025-03-31T14:30.", e);
        }
    }

    /**
     * The one item of that code or name.
     *
     * @throws NotFoundException when there is none, or several
     */
    static Item item(Workspace workspace, String words) {
        List<Item> found = workspace.recommendations().items(words, null, NAMED);
        if (found.isEmpty()) {
            throw new NotFoundException(
                    "The model cannot recommend anything called \"%s\": it never saw it started."
                            .formatted(words));
        }
        List<Item> exact =
                found.stream()
                        .filter(item ->
                                item.concept().code().equalsIgnoreCase(words)
                                        || item.concept().display().equalsIgnoreCase(words))
                        .toList();
        if (found.size() == 1 || exact.size() == 1) {
            return exact.size() == 1 ? exact.getFirst() : found.getFirst();
        }
        throw new NotFoundException(
                "Several items are called so; name one by its code: "
                        + found.stream()
                                .map(item ->
                                        "%s (%s)"
                                                .formatted(
                                                        item.concept().display(),
                                                        item.concept().code()))
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
