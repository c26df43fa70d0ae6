package org.consilium.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Patient;

/**
 * Collects the facts of one index time: of several for one concept in one family the nearest in
 * time wins.
 */
final class FactSet {
    private final Patient patient;
    private final Levels levels;
    private final List<FactOccurrence> fixed = new ArrayList<>();
    private final Map<Key, FactOccurrence> nearest = new LinkedHashMap<>();

    private record Key(Concept concept, Role family) {}

    FactSet(Patient patient, Levels levels) {
        this.patient = patient;
        this.levels = levels;
    }

    void add(FactOccurrence occurrence) {
        fixed.add(occurrence);
    }

    void add(ClinicalEvent event, Role role) {
        Fact fact = new Fact(event.concept(), role, levels.of(patient, event));
        FactOccurrence occurrence = new FactOccurrence(fact, event.start(), Levels.words(event));
        nearest.merge(new Key(event.concept(), Roles.family(role)), occurrence, FactSet::nearer);
    }

    List<FactOccurrence> list() {
        List<FactOccurrence> all = new ArrayList<>(fixed);
        all.addAll(nearest.values());
        return all;
    }

    private static FactOccurrence nearer(FactOccurrence a, FactOccurrence b) {
        // the roles of a family stand from the nearest to the oldest
        return b.fact().role().ordinal() <= a.fact().role().ordinal() ? b : a;
    }
}
