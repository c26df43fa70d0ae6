package org.consilium.ui.cohort;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.CohortChanges;

/** What an import changed, in words. */
final class ChangeWords {
    private ChangeWords() {}

    /** Two sentences; what there was none of is left out. */
    static String of(CohortChanges changes) {
        List<String> patients = new ArrayList<>();
        count(patients, changes.patientsAdded(), "new");
        count(patients, changes.patientsUpdated(), "updated");
        count(patients, changes.patientsUnchanged(), "as before");
        List<String> events = new ArrayList<>();
        count(events, changes.eventsAdded(), "added");
        count(events, changes.eventsUpdated(), "updated");
        count(events, changes.eventsUnchanged(), "as before");
        count(events, changes.eventsRemoved(), "removed");
        return "Patients: %s. Events: %s.".formatted(joined(patients), joined(events));
    }

    private static void count(List<String> words, long count, String what) {
        if (count > 0) {
            words.add("%,d %s".formatted(count, what));
        }
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
