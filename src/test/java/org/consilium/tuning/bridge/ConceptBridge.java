package org.consilium.tuning.bridge;

import java.util.HashMap;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;

/** Puts another concept in the place of a recorded one, so that two vocabularies meet. */
@FunctionalInterface
public interface ConceptBridge {
    /** Every concept as it was recorded. */
    ConceptBridge NONE = (kind, concept) -> concept;

    /** The concept that stands for one that was recorded so; the same where there is none. */
    Concept of(EventKind kind, Concept concept);

    /** This one first, then the other on what it gives. */
    default ConceptBridge then(ConceptBridge next) {
        return (kind, concept) -> next.of(kind, of(kind, concept));
    }

    /** The same, asked once a concept. */
    default ConceptBridge remembered() {
        record Recorded(EventKind kind, Concept concept, String display) {}
        Map<Recorded, Concept> known = new HashMap<>();
        return (kind, concept) -> {
            Recorded recorded = new Recorded(kind, concept, concept.display());
            Concept found = known.get(recorded);
            if (found == null) {
                found = of(kind, concept);
                known.put(recorded, found);
            }
            return found;
        };
    }

    /** A record with its events under their other names; encounters and times stay. */
    default Timeline over(Timeline timeline) {
        return new Timeline(
                timeline.patient(),
                timeline.encounters(),
                timeline.events().stream().map(this::over).toList());
    }

    private ClinicalEvent over(ClinicalEvent event) {
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                of(event.kind(), event.concept()),
                event.encounterId(),
                event.start(),
                event.end(),
                event.value(),
                event.reason());
    }
}
