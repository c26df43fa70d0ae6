package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;

/** What has become known of a patient up to a time that only moves forward. */
final class History {
    private static final int NEW_AFTER_DAYS = 180;

    private final Map<Key, ClinicalEvent> lasting = new LinkedHashMap<>();
    private final Map<Item, ClinicalEvent> courses = new LinkedHashMap<>();
    private final Map<Item, LocalDateTime> lastStarts = new HashMap<>();
    private int next;

    private record Key(EventKind kind, Concept concept) {}

    /** Takes in everything that was known before the time. */
    void advance(EventsByVisit events, LocalDateTime before) {
        while (next < events.byTime().size() && events.byTime().get(next).time().isBefore(before)) {
            take(events.byTime().get(next++).event());
        }
    }

    private void take(ClinicalEvent event) {
        lasting.merge(new Key(event.kind(), event.concept()), event, History::longer);
        Item item = Item.of(event);
        if (item != null) {
            lastStarts.put(item, event.start());
            if (item.kind().lasts()) {
                courses.merge(item, event, History::longer);
            }
        }
    }

    /**
     * Of two episodes of one concept the one that reaches further; of two without duration the
     * later.
     */
    private static ClinicalEvent longer(ClinicalEvent earlier, ClinicalEvent later) {
        boolean episodes =
                switch (later.kind()) {
                    case CONDITION, MEDICATION, CARE_PLAN -> true;
                    case OBSERVATION, PROCEDURE, IMMUNIZATION, ALLERGY, GOAL -> false;
                };
        if (!episodes || later.end() == null) {
            return later;
        }
        return earlier.end() == null || earlier.end().isAfter(later.end()) ? earlier : later;
    }

    void facts(LocalDateTime at, FactSet into) {
        for (ClinicalEvent event : lasting.values()) {
            into.add(event, Roles.past(event, at));
        }
    }

    /** Items whose latest course goes on at the time. */
    Set<Item> active(LocalDateTime at) {
        Set<Item> active = new LinkedHashSet<>();
        courses.forEach((item, event) -> {
            if (event.isActiveAt(at)) {
                active.add(item);
            }
        });
        return active;
    }

    /** Whether an item is neither going on nor was started lately. */
    boolean isNew(Item item, LocalDateTime at) {
        ClinicalEvent course = courses.get(item);
        if (course != null && course.isActiveAt(at)) {
            return false;
        }
        LocalDateTime last = lastStarts.get(item);
        return last == null || last.isBefore(at.minusDays(NEW_AFTER_DAYS));
    }
}
