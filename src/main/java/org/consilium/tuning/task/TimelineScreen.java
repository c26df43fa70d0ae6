package org.consilium.tuning.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Namesakes;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PlausibleDates;
import org.consilium.clinical.Timeline;

/**
 * Takes out of timelines, which come one after the other, what a scope leaves out, and counts what
 * there was to leave out. Not thread-safe.
 */
public final class TimelineScreen {
    private final Set<LeaveOut> leftOut;
    private final LocalDate latest;
    private final Set<String> people = new HashSet<>();
    private final Map<LeaveOut, int[]> patients = new EnumMap<>(LeaveOut.class);
    private final Map<LeaveOut, long[]> records = new EnumMap<>(LeaveOut.class);

    /**
     * @param imported when the cohort was last imported: nothing recorded can be later, but for a
     *     place of care that is a day ahead
     */
    public TimelineScreen(TaskScope scope, Instant imported) {
        this.leftOut = scope.leftOut();
        this.latest = LocalDate.ofInstant(imported, ZoneOffset.UTC).plusDays(1);
        for (LeaveOut each : LeaveOut.values()) {
            patients.put(each, new int[1]);
            records.put(each, new long[1]);
        }
    }

    /** What is left of a timeline; empty where its patient is left out. */
    public Optional<Timeline> of(Timeline timeline) {
        Patient patient = timeline.patient();
        String person = Namesakes.key(patient);
        boolean twice = person != null && !people.add(person);
        boolean impossible = !PlausibleDates.areOf(patient, latest);
        count(LeaveOut.SAME_PERSON, twice ? timeline.encounters().size() : -1);
        count(LeaveOut.IMPOSSIBLE_PERSON, impossible ? timeline.encounters().size() : -1);
        List<Encounter> visits =
                timeline.encounters().stream().filter(v -> can(patient, v)).toList();
        List<ClinicalEvent> dated =
                timeline.events().stream().filter(event -> can(patient, event)).toList();
        int odd =
                timeline.encounters().size()
                        - visits.size()
                        + timeline.events().size()
                        - dated.size();
        List<ClinicalEvent> coded =
                timeline.events().stream().filter(event -> !isText(event)).toList();
        count(LeaveOut.IMPOSSIBLE_DATES, odd == 0 ? -1 : odd);
        int texts = timeline.events().size() - coded.size();
        count(LeaveOut.TEXT_ONLY, texts == 0 ? -1 : texts);
        if (twice && leftOut.contains(LeaveOut.SAME_PERSON)
                || impossible && leftOut.contains(LeaveOut.IMPOSSIBLE_PERSON)) {
            return Optional.empty();
        }
        boolean byDate = leftOut.contains(LeaveOut.IMPOSSIBLE_DATES);
        List<ClinicalEvent> events = byDate ? dated : timeline.events();
        if (leftOut.contains(LeaveOut.TEXT_ONLY)) {
            events = events.stream().filter(event -> !isText(event)).toList();
        }
        return Optional.of(new Timeline(patient, byDate ? visits : timeline.encounters(), events));
    }

    private boolean can(Patient patient, Encounter visit) {
        return PlausibleDates.areOf(patient, visit.start(), visit.end(), latest);
    }

    private boolean can(Patient patient, ClinicalEvent event) {
        boolean planned = event.kind() == EventKind.GOAL;
        return PlausibleDates.areOf(
                patient, event.start(), event.end(), planned ? LocalDate.MAX : latest);
    }

    private static boolean isText(ClinicalEvent event) {
        return event.concept().system().equals(CodeSystem.TEXT);
    }

    /**
     * @param found records of one patient; negative where the patient is not concerned
     */
    private void count(LeaveOut what, int found) {
        if (found >= 0) {
            patients.getOrDefault(what, new int[1])[0]++;
            records.getOrDefault(what, new long[1])[0] += found;
        }
    }

    /** What there was to leave out, whether it was or not. */
    public List<Preparation.Finding> findings() {
        return List.of(LeaveOut.values()).stream()
                .map(each ->
                        new Preparation.Finding(
                                each,
                                patients.getOrDefault(each, new int[1])[0],
                                records.getOrDefault(each, new long[1])[0],
                                leftOut.contains(each)))
                .toList();
    }
}
