package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value.Quantity;
import org.jspecify.annotations.Nullable;

/** A record as if changes had been made to it. Immutable and thread-safe. */
public final class Supposed {
    private final ConceptMapping mapping;

    public Supposed(ConceptMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * @param at what is supposed to be there was there the day before; of results the latest that
     *     was known then is another
     */
    public Timeline of(Timeline recorded, List<Change> changes, LocalDateTime at) {
        if (changes.isEmpty()) {
            return recorded;
        }
        List<ClinicalEvent> events = new ArrayList<>(recorded.events());
        for (Change change : changes) {
            switch (change) {
                case Change.Without without ->
                        events.removeIf(event -> is(event, without.kind(), without));
                case Change.Measured measured -> measure(events, measured, at);
                case Change.Result result ->
                        events.add(
                                added(
                                        EventKind.OBSERVATION,
                                        Category.LABORATORY,
                                        result,
                                        new Quantity(result.amount(), result.unit(), null, null),
                                        at));
                case Change.With with ->
                        events.add(added(with.kind(), Category.NONE, with, null, at));
            }
        }
        return new Timeline(recorded.patient(), recorded.encounters(), events);
    }

    private static ClinicalEvent added(
            EventKind kind,
            Category category,
            Change change,
            @Nullable Quantity value,
            LocalDateTime at) {
        return new ClinicalEvent(
                kind, category, change.concept(), null, at.minusDays(1), null, value, null);
    }

    private boolean is(ClinicalEvent event, EventKind kind, Change change) {
        return Roles.family(event.kind()) == Roles.family(kind)
                && mapping.of(event.kind(), event.concept()).equals(change.concept());
    }

    private void measure(List<ClinicalEvent> events, Change.Measured change, LocalDateTime at) {
        int latest = -1;
        for (int i = 0; i < events.size(); i++) {
            ClinicalEvent event = events.get(i);
            boolean known = !event.start().isAfter(at.plusHours(1));
            if (known
                    && event.value() instanceof Quantity
                    && is(event, EventKind.OBSERVATION, change)
                    && (latest < 0 || !event.start().isBefore(events.get(latest).start()))) {
                latest = i;
            }
        }
        if (latest >= 0 && events.get(latest).value() instanceof Quantity was) {
            ClinicalEvent event = events.get(latest);
            events.set(
                    latest,
                    new ClinicalEvent(
                            event.kind(),
                            event.category(),
                            event.concept(),
                            event.encounterId(),
                            event.start(),
                            event.end(),
                            new Quantity(change.amount(), was.unit(), was.low(), was.high()),
                            event.reason()));
        }
    }
}
