package org.consilium.recommend.safety;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/**
 * Which problem a recorded condition is: by its SNOMED CT or ICD-10-CM code, else by phrases in its
 * display text, unless that speaks of a suspicion, a relative or a risk. Answers are kept (at most
 * {@link #MOST_KEPT}). Thread-safe.
 */
final class Problems {
    private static final int MOST_KEPT = 20_000;
    private static final Pattern WOMEN = Pattern.compile("women (\\d+)-(\\d+)");

    /** Words after which a phrase says nothing of the patient's own state now. */
    private static final Pattern NOT_SO =
            Pattern.compile(
                    "\\b(family history|suspected|suspicion|possible|at risk|risk of|screening|no |not |without"
                            + "|exposure|fear of|education|awaiting|heat stroke|tubal|ectopic)\\b");

    private static final String PAST = "history of ";

    private final Map<String, Problem> byName = new LinkedHashMap<>();
    private final Map<Text, List<Problem>> kept = new ConcurrentHashMap<>();

    private record Text(Concept concept, String display) {}

    static Problems shipped() throws IOException {
        Problems problems = new Problems();
        SafetyTable.shipped("problems.csv", problems::add);
        return problems;
    }

    Problem add(CSVRecord row) {
        Matcher women = WOMEN.matcher(row.get("unknown_of"));
        if (!row.get("unknown_of").isEmpty() && !women.matches()) {
            throw new IllegalArgumentException("unknown_of takes such as \"women 15-49\".");
        }
        String within = row.get("within_days");
        Problem problem =
                new Problem(
                        SafetyTable.filled(row, "problem"),
                        parts(row.get("snomed"), " "),
                        parts(row.get("icd10cm").replace(".", ""), " "),
                        parts(row.get("words").toLowerCase(Locale.ROOT), ";"),
                        switch (row.get("span")) {
                            case "ever" -> true;
                            case "now" -> false;
                            default ->
                                    throw new IllegalArgumentException(
                                            "the span is neither now nor ever.");
                        },
                        within.isEmpty() ? 0 : Integer.parseInt(within),
                        women.matches()
                                ? new Problem.Women(
                                        Integer.parseInt(women.group(1)),
                                        Integer.parseInt(women.group(2)))
                                : null);
        if (byName.put(problem.name(), problem) != null) {
            throw new IllegalArgumentException(
                    "the problem %s is there twice.".formatted(problem.name()));
        }
        return problem;
    }

    private static Set<String> parts(String cell, String separator) {
        return Arrays.stream(cell.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    Problem named(String name) {
        Problem problem = byName.get(name);
        if (problem == null) {
            throw new IllegalArgumentException("there is no problem %s.".formatted(name));
        }
        return problem;
    }

    /** Everything that the condition is. */
    List<Problem> of(Concept condition) {
        Text text = new Text(condition, condition.display());
        List<Problem> known = kept.get(text);
        if (known == null) {
            known = find(condition);
            if (kept.size() < MOST_KEPT) {
                kept.put(text, known);
            }
        }
        return known;
    }

    private List<Problem> find(Concept condition) {
        String words = " " + condition.display().toLowerCase(Locale.ROOT) + " ";
        boolean said = !NOT_SO.matcher(words).find();
        boolean past = words.contains(PAST);
        List<Problem> found = new ArrayList<>();
        for (Problem problem : byName.values()) {
            if (coded(problem, condition)
                    || said
                            && (problem.ever() || !past)
                            && problem.words().stream().anyMatch(phrase -> says(words, phrase))) {
                found.add(problem);
            }
        }
        return List.copyOf(found);
    }

    private static boolean coded(Problem problem, Concept condition) {
        if (condition.system().equals(CodeSystem.SNOMED_CT)) {
            return problem.snomed().contains(condition.code());
        }
        String code = condition.code().replace(".", "");
        return condition.system().equals(CodeSystem.ICD_10_CM)
                && problem.icd10Cm().stream().anyMatch(code::startsWith);
    }

    /** Whole words only. */
    private static boolean says(String words, String phrase) {
        int at = words.indexOf(phrase);
        while (at > 0) {
            boolean whole =
                    !Character.isLetterOrDigit(words.charAt(at - 1))
                            && !Character.isLetterOrDigit(words.charAt(at + phrase.length()));
            if (whole) {
                return true;
            }
            at = words.indexOf(phrase, at + 1);
        }
        return false;
    }
}
