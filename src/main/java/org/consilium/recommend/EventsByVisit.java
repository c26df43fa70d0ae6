package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;

/**
 * A timeline's events by the time at which they came to be known, and by the visit that they belong
 * to; without those that are never looked at: what is wished for and what groups patients.
 */
final class EventsByVisit {
    /** Orders that name no visit belong to one up to this long before them (MODEL.md, "Target"). */
    private static final int ORDER_WINDOW_DAYS = 30;

    /**
     * @param time an event of a visit is known from the visit's start on: many sources give only
     *     its day. A treatment that the source says began earlier was known from then on.
     */
    record Known(LocalDateTime time, ClinicalEvent event) {}

    private final List<Known> byTime;
    private final Map<String, List<ClinicalEvent>> byVisit = new HashMap<>();
    private final List<ClinicalEvent> loose = new ArrayList<>();

    EventsByVisit(Timeline timeline) {
        Map<String, LocalDateTime> starts = new HashMap<>();
        timeline.encounters().forEach(visit -> starts.put(visit.id(), visit.start()));
        byTime = new ArrayList<>(timeline.events().size());
        for (ClinicalEvent event : timeline.events()) {
            if (event.kind() == EventKind.GOAL || SensitiveObservations.contains(event.concept())) {
                continue;
            }
            String id = event.encounterId();
            LocalDateTime visit = id == null ? null : starts.get(id);
            byTime.add(new Known(visit == null ? event.start() : known(event, visit), event));
            if (id == null) {
                loose.add(event);
            } else {
                byVisit.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
            }
        }
        byTime.sort(Comparator.comparing(Known::time));
    }

    private static LocalDateTime known(ClinicalEvent event, LocalDateTime visit) {
        LocalDateTime start = event.start();
        if (!visit.isAfter(start)) {
            return start;
        }
        boolean dayOfVisit = start.equals(visit.toLocalDate().atStartOfDay());
        return Item.of(event) == null || dayOfVisit ? visit : start;
    }

    List<Known> byTime() {
        return byTime;
    }

    /** What came to be known after a time, within so many days of it. */
    List<ClinicalEvent> after(LocalDateTime time, int days) {
        if (days == 0) {
            return List.of();
        }
        LocalDateTime last = time.plusDays(days);
        return byTime.stream()
                .dropWhile(known -> known.time().isBefore(time))
                .takeWhile(known -> !known.time().isAfter(last))
                .map(Known::event)
                .toList();
    }

    List<ClinicalEvent> at(Encounter visit) {
        List<ClinicalEvent> linked = byVisit.getOrDefault(visit.id(), List.of());
        if (loose.isEmpty()) {
            return linked;
        }
        List<ClinicalEvent> all = new ArrayList<>(linked);
        LocalDateTime end = visit.end() == null ? visit.start().plusDays(1) : visit.end();
        LocalDateTime orders = visit.start().plusDays(ORDER_WINDOW_DAYS);
        for (ClinicalEvent event : loose) {
            LocalDateTime last = Item.of(event) == null ? end : orders;
            if (!event.start().isBefore(visit.start()) && !event.start().isAfter(last)) {
                all.add(event);
            }
        }
        return all;
    }
}
