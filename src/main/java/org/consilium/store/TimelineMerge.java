package org.consilium.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * A record that comes for a patient who is in the store.
 *
 * @param timeline what is to be stored
 * @param changed whether that is anything but what was stored
 * @param added events that were not there
 * @param updated events that were there and say something else now
 * @param unchanged events that were there just so
 * @param removed events that are there no longer
 */
record TimelineMerge(
        Timeline timeline, boolean changed, int added, int updated, int unchanged, int removed) {

    /**
     * Both together. Encounters are the same when their ids are, events as {@link EventPairs} says.
     */
    static TimelineMerge update(Timeline stored, Timeline fresh) {
        Patient patient = PatientMerge.patient(stored.patient(), fresh.patient());
        List<Encounter> encounters = encounters(stored.encounters(), fresh.encounters());
        boolean visitsChanged = !sameEncounters(stored.encounters(), encounters);
        List<ClinicalEvent> events = new ArrayList<>(stored.events());
        int[] partners = EventPairs.partners(stored.events(), fresh.events());
        int added = 0;
        int updated = 0;
        for (int i = 0; i < partners.length; i++) {
            ClinicalEvent event = fresh.events().get(i);
            if (partners[i] < 0) {
                events.add(event);
                added++;
                continue;
            }
            ClinicalEvent before = events.get(partners[i]);
            ClinicalEvent merged = event(before, event);
            if (!same(before, merged)) {
                events.set(partners[i], merged);
                updated++;
            }
        }
        if (added > 0) {
            events.sort(Comparator.comparing(ClinicalEvent::start));
        }
        boolean changed = added + updated > 0 || visitsChanged || !patient.equals(stored.patient());
        return new TimelineMerge(
                new Timeline(patient, encounters, events),
                changed,
                added,
                updated,
                partners.length - added - updated,
                0);
    }

    /** The new record whole, and what is different in it. */
    static TimelineMerge replace(Timeline stored, Timeline fresh) {
        int[] partners = EventPairs.partners(stored.events(), fresh.events());
        int added = 0;
        int updated = 0;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                added++;
            } else if (!same(stored.events().get(partners[i]), fresh.events().get(i))) {
                updated++;
            }
        }
        int matched = partners.length - added;
        int removed = stored.events().size() - matched;
        boolean changed =
                added + updated + removed > 0
                        || !sameEncounters(stored.encounters(), fresh.encounters())
                        || !stored.patient().equals(fresh.patient());
        return new TimelineMerge(fresh, changed, added, updated, matched - updated, removed);
    }

    private static List<Encounter> encounters(List<Encounter> stored, List<Encounter> fresh) {
        Map<String, Encounter> byId = new LinkedHashMap<>();
        stored.forEach(each -> byId.put(each.id(), each));
        fresh.forEach(each -> byId.merge(each.id(), each, PatientMerge::encounter));
        List<Encounter> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(Encounter::start));
        return all;
    }

    private static boolean sameEncounters(List<Encounter> one, List<Encounter> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!PatientMerge.same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static ClinicalEvent event(ClinicalEvent stored, ClinicalEvent fresh) {
        return new ClinicalEvent(
                stored.kind(),
                fresh.category() == Category.NONE ? stored.category() : fresh.category(),
                PatientMerge.named(stored.concept(), fresh.concept()),
                stored.encounterId(),
                stored.start(),
                PatientMerge.later(stored.end(), fresh.end()),
                value(stored.value(), fresh.value()),
                PatientMerge.concept(stored.reason(), fresh.reason()));
    }

    private static @Nullable Value value(@Nullable Value stored, @Nullable Value fresh) {
        if (stored instanceof Value.Quantity before && fresh instanceof Value.Quantity now) {
            return new Value.Quantity(
                    now.amount(),
                    now.unit(),
                    PatientMerge.later(before.low(), now.low()),
                    PatientMerge.later(before.high(), now.high()));
        }
        if (stored instanceof Value.Coded before && fresh instanceof Value.Coded now) {
            return new Value.Coded(PatientMerge.named(before.concept(), now.concept()));
        }
        return PatientMerge.later(stored, fresh);
    }

    private static boolean same(ClinicalEvent one, ClinicalEvent other) {
        return one.equals(other)
                && PatientMerge.sameName(one.concept(), other.concept())
                && PatientMerge.sameName(one.reason(), other.reason())
                && (!(one.value() instanceof Value.Coded before)
                        || !(other.value() instanceof Value.Coded now)
                        || PatientMerge.sameName(before.concept(), now.concept()));
    }
}
