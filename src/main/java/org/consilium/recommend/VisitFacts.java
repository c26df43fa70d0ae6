package org.consilium.recommend;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.jspecify.annotations.Nullable;

/** What sort of visit it is and why the patient came, as facts. */
final class VisitFacts {
    private VisitFacts() {}

    static List<FactOccurrence> of(Encounter encounter) {
        List<FactOccurrence> facts = new ArrayList<>();
        String kind = encounter.encounterClass();
        if (!kind.isBlank()) {
            Concept visit = new Concept(CodeSystem.CONSILIUM, "class-" + kind, "Visit: " + kind);
            facts.add(new FactOccurrence(new Fact(visit, Role.ENCOUNTER), encounter.start(), null));
        }
        add(encounter.type(), "", encounter, facts);
        add(encounter.reason(), "reason", encounter, facts);
        return facts;
    }

    private static void add(
            @Nullable Concept concept, String level, Encounter encounter, List<FactOccurrence> to) {
        if (concept != null) {
            Fact fact = new Fact(concept, Role.ENCOUNTER, level);
            to.add(new FactOccurrence(fact, encounter.start(), null));
        }
    }
}
