package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observations that stand inside (contained in) another resource, as those of a laboratory often do
 * in its DiagnosticReport. They have no life of their own (HL7 FHIR R4, "Contained Resources"):
 * what one does not say itself, of whom and when it is, is that of the resource around it.
 */
final class ContainedResults {
    static final String REPORT = "DiagnosticReport";

    /** In the id of a contained resource, where no id has it. */
    static final String INSIDE = "#";

    private static final String OBSERVATION = "Observation";

    /** Statuses of a report whose results are none (HL7 FHIR R4, diagnostic-report-status). */
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "cancelled");

    private static final List<String> TIMES =
            List.of("effectiveDateTime", "effectivePeriod", "effectiveInstant", "effectiveTiming");

    /** Where resources say when they were, in the order of what is nearer to a result. */
    private static final List<Map.Entry<String, String>> TIMES_AROUND =
            List.of(
                    Map.entry("effectiveDateTime", "effectiveDateTime"),
                    Map.entry("effectivePeriod", "effectivePeriod"),
                    Map.entry("performedDateTime", "effectiveDateTime"),
                    Map.entry("performedPeriod", "effectivePeriod"),
                    Map.entry("occurrenceDateTime", "effectiveDateTime"),
                    Map.entry("occurrencePeriod", "effectivePeriod"),
                    Map.entry("issued", "issued"),
                    Map.entry("recordedDate", "issued"),
                    Map.entry("authoredOn", "issued"),
                    Map.entry("period", "effectivePeriod"));

    private ContainedResults() {}

    static boolean isReport(String type) {
        return type.equals(REPORT);
    }

    static boolean areIn(Resource resource) {
        for (Element each : resource.node().path("contained")) {
            if (OBSERVATION.equals(each.text("resourceType"))) {
                return true;
            }
        }
        return false;
    }

    /** Why the results in a report are none; null when they are. */
    static @Nullable String notUsed(Resource report) {
        return NO_FACT.contains(report.status()) ? report.status() : null;
    }

    /** Each as it would stand alone. */
    static List<Resource> of(Resource around) {
        List<Resource> found = new ArrayList<>();
        for (Element each : around.node().path("contained")) {
            if (OBSERVATION.equals(each.text("resourceType"))) {
                Element alone = each.without("contained");
                complete(alone, around);
                found.add(
                        new Resource(
                                around.file(),
                                OBSERVATION,
                                around.fullUrl(),
                                alone,
                                around.line(),
                                around.times()));
            }
        }
        return found;
    }

    private static void complete(Element alone, Resource around) {
        String id = around.node().text("id");
        String where = id == null ? "" : around.type() + "/" + id;
        alone.set("id", Element.of(where + INSIDE + alone.text("id")));
        copy(around, "meta", alone, "meta");
        if (!alone.has("subject")) {
            copy(around, "patient", alone, "subject");
            copy(around, "subject", alone, "subject");
        }
        if (!alone.has("encounter")) {
            copy(around, "context", alone, "encounter");
            copy(around, "encounter", alone, "encounter");
        }
        if (!alone.has("issued") && TIMES.stream().noneMatch(alone::has)) {
            TIMES_AROUND.stream()
                    .filter(each -> around.node().has(each.getKey()))
                    .findFirst()
                    .ifPresent(each -> copy(around, each.getKey(), alone, each.getValue()));
        }
    }

    private static void copy(Resource from, String element, Element to, String as) {
        Element value = from.node().path(element);
        if (!value.isMissing()) {
            to.set(as, value);
        }
    }
}
