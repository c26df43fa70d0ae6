package org.consilium.tuning.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.GroupShare;
import org.consilium.tuning.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The data of a task as they were when they were prepared, in numbers; holds no patients.
 *
 * @param task name of the task
 * @param hash of the records that are learned from ({@link SnapshotHash})
 * @param cohortPatients of the whole cohort
 * @param patients with a visit to learn from or to be tested on
 * @param visits to learn from or to be tested on, before those of very frequent patients are drawn
 * @param findings what the quality of the records gives reason to leave out
 * @param starts by kind how often an item that is offered was newly started at one of the visits
 * @param without names of the items that the task leaves out, as they are read
 * @param groups with {@link org.consilium.tuning.PatientGroup#FEWEST_PATIENTS} patients or more
 * @param readiness what can be done with so many, and which decisions are learned from
 * @param changes since the data were prepared before; null where they never were, or the task was
 *     another one
 */
public record Preparation(
        String task,
        String cohort,
        Instant made,
        String hash,
        int cohortPatients,
        int patients,
        long visits,
        List<Finding> findings,
        Map<ItemKind, Integer> starts,
        List<String> without,
        List<GroupShare> groups,
        Readiness readiness,
        @Nullable Changes changes) {
    public Preparation {
        findings = List.copyOf(findings);
        EnumMap<ItemKind, Integer> ordered = new EnumMap<>(ItemKind.class);
        ordered.putAll(starts);
        starts = Collections.unmodifiableMap(ordered);
        without = List.copyOf(without);
        groups = List.copyOf(groups);
    }

    /**
     * Something worth leaving out.
     *
     * @param patients how many are concerned
     * @param records visits of these patients, or visits and events that are concerned
     * @param leftOut whether the task leaves it out
     */
    public record Finding(LeaveOut what, int patients, long records, boolean leftOut) {}

    /**
     * What is otherwise than it was.
     *
     * @param since when the data were prepared before
     * @param added patients
     * @param removed patients
     * @param changed patients of whom something else is recorded now
     */
    public record Changes(Instant since, int added, int removed, int changed) {
        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK).withZone(ZoneOffset.UTC);

        public boolean any() {
            return added + removed + changed > 0;
        }

        /** One sentence. */
        public String words() {
            return any()
                    ? "Since %s: %,d patients more, %,d gone, %,d with other records."
                            .formatted(day(), added, removed, changed)
                    : "The same as on %s.".formatted(day());
        }

        private String day() {
            return DAY.format(since);
        }
    }
}
