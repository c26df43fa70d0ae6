package org.consilium.importing.meaning;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds events that say the same as an earlier one: kind, concept, start, visit, value and end. The
 * events of one patient come by start, so that only those of one moment have to be compared. Not
 * thread-safe.
 */
final class Doubles {
    /** From here on looking each up is faster than going through all. */
    private static final int MANY = 128;

    private final int[] marks = new int[MANY];
    private final List<ClinicalEvent> moment = new ArrayList<>();
    private final Set<Same> many = new HashSet<>();
    private @Nullable LocalDateTime start;

    private record Same(
            EventKind kind,
            Concept concept,
            @Nullable String encounterId,
            @Nullable Value value,
            @Nullable LocalDateTime end) {
        static Same of(ClinicalEvent event) {
            return new Same(
                    event.kind(), event.concept(), event.encounterId(), event.value(), event.end());
        }
    }

    /** Another patient. */
    void begin() {
        start = null;
    }

    boolean hasSeen(ClinicalEvent event) {
        if (!event.start().equals(start)) {
            start = event.start();
            moment.clear();
            if (!many.isEmpty()) {
                many.clear();
            }
        }
        if (moment.size() == MANY) {
            return !amongMany().add(Same.of(event));
        }
        int mark = mark(event);
        for (int i = 0; i < moment.size(); i++) {
            if (marks[i] == mark && same(moment.get(i), event)) {
                return true;
            }
        }
        marks[moment.size()] = mark;
        moment.add(event);
        return false;
    }

    private Set<Same> amongMany() {
        if (many.isEmpty()) {
            moment.forEach(earlier -> many.add(Same.of(earlier)));
        }
        return many;
    }

    /** Equal for equal events and quick to have; most others differ in it. */
    private static int mark(ClinicalEvent event) {
        int code = event.concept().code().hashCode();
        return event.value() instanceof Value.Quantity quantity
                ? 31 * code + Double.hashCode(quantity.amount())
                : code;
    }

    private static boolean same(ClinicalEvent a, ClinicalEvent b) {
        return a.kind() == b.kind()
                && a.concept().equals(b.concept())
                && Objects.equals(a.value(), b.value())
                && Objects.equals(a.encounterId(), b.encounterId())
                && Objects.equals(a.end(), b.end());
    }
}
