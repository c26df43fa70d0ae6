package org.consilium.tuning.task;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.Item;
import org.consilium.tuning.Ages;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned, and from which visits. A text names every concept whose code it is, and
 * every one whose name holds it, in any case.
 *
 * @param kinds of the items that are learned to be recommended; at least one
 * @param horizonDays an item counts as started at a visit when it is newly started within so many
 *     days after it; 0 for the visit itself, as usual
 * @param ages of the patients at the visits
 * @param conditions one of which must have been recorded up to the visit; none for all patients
 * @param from first day of the visits; null for no first
 * @param to last day of the visits; null for no last
 * @param sites beginnings of the names of the places of care; none for all
 * @param without texts of items that are not learned to be recommended
 * @param leftOut what the quality of the records gives reason to leave out
 */
public record TaskScope(
        Set<ItemKind> kinds,
        int horizonDays,
        Ages ages,
        List<String> conditions,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> sites,
        List<String> without,
        Set<LeaveOut> leftOut) {
    /** A year: further away nothing is owed to the visit. */
    public static final int LONGEST_HORIZON = 365;

    /** Every visit and every item, as usual. */
    public static final TaskScope ALL =
            new TaskScope(
                    EnumSet.allOf(ItemKind.class),
                    0,
                    Ages.ALL,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Set.of());

    /**
     * @throws IllegalArgumentException when it makes no sense, in one sentence
     */
    public TaskScope {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one kind of item to recommend.");
        }
        if (horizonDays < 0 || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "The horizon is from 0 to %d days.".formatted(LONGEST_HORIZON));
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The last day is before the first.");
        }
        // in the order of the enum, so that the same scope is written the same way
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        leftOut =
                leftOut.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(leftOut));
        conditions = stripped(conditions);
        sites = stripped(sites);
        without = stripped(without);
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** The same with something left out, or not any more. */
    public TaskScope leavingOut(LeaveOut what, boolean out) {
        Set<LeaveOut> other = EnumSet.noneOf(LeaveOut.class);
        other.addAll(leftOut);
        if (out) {
            other.add(what);
        } else {
            other.remove(what);
        }
        return new TaskScope(kinds, horizonDays, ages, conditions, from, to, sites, without, other);
    }

    /** Whether an item is learned to be recommended. */
    public boolean offers(Item item) {
        return kinds.contains(item.kind())
                && without.stream().noneMatch(text -> isNamed(text, item.concept()));
    }

    /** The encounters, numbered as the timeline has them, that are learned from. */
    public BitSet visits(Timeline timeline) {
        BitSet wanted = new BitSet();
        if (!takes(timeline.patient())) {
            return wanted;
        }
        LocalDate since = recorded(timeline);
        for (int i = 0; i < timeline.encounters().size(); i++) {
            Encounter visit = timeline.encounters().get(i);
            LocalDate day = visit.start().toLocalDate();
            wanted.set(
                    i,
                    since != null
                            && !day.isBefore(since)
                            && (from == null || !day.isBefore(from))
                            && (to == null || !day.isAfter(to))
                            && ages.contains(timeline.patient().birthDate(), day));
        }
        return wanted;
    }

    private boolean takes(Patient patient) {
        String site = patient.site() == null ? "" : patient.site();
        return sites.isEmpty() || sites.stream().anyMatch(site::startsWith);
    }

    /** Since when one of the conditions was recorded; null where none ever was. */
    private @Nullable LocalDate recorded(Timeline timeline) {
        if (conditions.isEmpty()) {
            return LocalDate.MIN;
        }
        LocalDate first = null;
        for (ClinicalEvent event : timeline.events()) {
            LocalDate day = event.start().toLocalDate();
            if (event.kind() == EventKind.CONDITION
                    && (first == null || day.isBefore(first))
                    && conditions.stream().anyMatch(text -> isNamed(text, event.concept()))) {
                first = day;
            }
        }
        return first;
    }

    private static boolean isNamed(String text, Concept concept) {
        return concept.code().equals(text)
                || concept.display()
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT));
    }

    /** What is not as usual, in words a person reads; "every visit, every item" where all is. */
    public String words() {
        return new ScopeWords(this).words();
    }
}
