package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.ClinicalTables;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A patient's record as it was known at one visit: nothing later is in it. What was ordered at the
 * visit itself is marked, since the recommendations are made before anything is ordered.
 *
 * @param allergies none that was withdrawn
 * @param problems active first, the latest first
 * @param circumstances findings about the person's life rather than health
 * @param medications active, or started at this visit
 * @param goals open first, the latest first
 * @param done what was begun at the visit itself
 * @param codes of all of these
 */
record Chart(
        Encounter visit,
        List<Allergy> allergies,
        List<Problem> problems,
        List<Problem> circumstances,
        List<Medication> medications,
        List<Goal> goals,
        List<Result> results,
        List<DoneHere> done,
        Codes codes) {
    /** How SNOMED CT's names end where it is not a disorder. */
    private static final Pattern CIRCUMSTANCE =
            Pattern.compile("\\((finding|situation|person|social concept)\\)$");

    Chart {
        allergies = List.copyOf(allergies);
        problems = List.copyOf(problems);
        circumstances = List.copyOf(circumstances);
        medications = List.copyOf(medications);
        goals = List.copyOf(goals);
        results = List.copyOf(results);
        done = List.copyOf(done);
    }

    /**
     * @param resolved null while active
     */
    record Problem(Concept concept, LocalDate since, @Nullable LocalDate resolved) {
        String name() {
            return Wording.name(concept);
        }

        boolean active() {
            return resolved == null;
        }
    }

    static Chart of(
            Timeline timeline, Encounter visit, ClinicalTables tables, RecordSource source) {
        List<ClinicalEvent> known =
                timeline.events().stream().filter(event -> isKnownAt(event, visit)).toList();
        List<Problem> all = problems(known, visit.start());
        List<Medication> medications = Medication.active(known, visit, tables.ingredients());
        List<Result> results = Result.of(timeline.patient(), known, tables.levels());
        List<Goal> goals = Goal.of(known, visit.start());
        List<Concept> shown = new ArrayList<>();
        all.forEach(problem -> shown.add(problem.concept()));
        medications.forEach(medication -> shown.addAll(medication.products()));
        goals.forEach(goal -> shown.add(goal.concept()));
        results.forEach(result -> shown.add(result.concept()));
        return new Chart(
                visit,
                Allergy.of(known),
                all.stream().filter(problem -> !isCircumstance(problem)).toList(),
                all.stream().filter(Chart::isCircumstance).toList(),
                medications,
                goals,
                results,
                DoneHere.of(known, visit, tables.ingredients()),
                Codes.of(shown, source));
    }

    private static boolean isKnownAt(ClinicalEvent event, Encounter visit) {
        return !event.start().isAfter(visit.start()) || visit.id().equals(event.encounterId());
    }

    private static boolean isCircumstance(Problem problem) {
        return isCircumstance(problem.concept());
    }

    /** Whether it is about the person's life rather than health, as its name says. */
    static boolean isCircumstance(Concept concept) {
        return CIRCUMSTANCE.matcher(concept.display()).find();
    }

    /** One line a problem: active if it ever is, since its latest beginning. */
    private static List<Problem> problems(List<ClinicalEvent> known, LocalDateTime at) {
        Map<Concept, Problem> latest = new LinkedHashMap<>();
        for (ClinicalEvent event : known) {
            if (event.kind() == EventKind.CONDITION) {
                LocalDateTime end = event.end();
                LocalDate resolved = end == null || end.isAfter(at) ? null : end.toLocalDate();
                Problem problem =
                        new Problem(event.concept(), event.start().toLocalDate(), resolved);
                latest.merge(event.concept(), problem, (a, b) -> a.active() ? a : b);
            }
        }
        List<Problem> problems = new ArrayList<>(latest.values());
        problems.sort(
                Comparator.comparing(Problem::active)
                        .thenComparing(Problem::since)
                        .reversed()
                        .thenComparing(Problem::name));
        return problems;
    }
}
