package org.consilium.recommend;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients;
import org.jspecify.annotations.Nullable;

/**
 * From the concepts of a record to those that models are made with: a medication is its active
 * ingredients, whatever the strength, form or brand, so that the same drug is one fact and one
 * item; and what a model does not know by its code is the model's concept of the same text, where
 * there is exactly one. Training, matching, evaluation and serving all see timelines through it.
 * Immutable and thread-safe.
 */
public final class ConceptMapping {
    private final @Nullable Ingredients ingredients;
    private final @Nullable KnownConcepts known;

    private ConceptMapping(@Nullable Ingredients ingredients, @Nullable KnownConcepts known) {
        this.ingredients = ingredients;
        this.known = known;
    }

    /** Leaves concepts as they are recorded: medications are products. */
    public static ConceptMapping none() {
        return new ConceptMapping(null, null);
    }

    /** Medications by ingredient; those whose ingredients are not certain stay products. */
    public static ConceptMapping toIngredients(Ingredients ingredients) {
        return new ConceptMapping(ingredients, null);
    }

    /**
     * The same towards what a model knows. One that was made of products is shown products.
     *
     * @param facts of the model
     * @param items of the model
     */
    public ConceptMapping towards(Vocabulary<Fact> facts, Vocabulary<Item> items) {
        return new ConceptMapping(
                isOfProducts(facts, items) ? null : ingredients, new KnownConcepts(facts, items));
    }

    private static boolean isOfProducts(Vocabulary<Fact> facts, Vocabulary<Item> items) {
        boolean drugs =
                facts.entries().stream()
                                .anyMatch(fact ->
                                        fact.concept().system().equals(CodeSystem.INGREDIENT))
                        || items.entries().stream()
                                .anyMatch(item ->
                                        item.concept().system().equals(CodeSystem.INGREDIENT));
        return !drugs
                && items.entries().stream().anyMatch(item -> item.kind() == ItemKind.MEDICATION);
    }

    /** What a recorded concept is to the model. */
    public Concept of(EventKind kind, Concept concept) {
        Concept drug = drug(kind, concept);
        @Nullable Concept named = named(kind, drug);
        return named == null ? drug : named;
    }

    private Concept drug(EventKind kind, Concept concept) {
        if (ingredients == null || kind != EventKind.MEDICATION) {
            return concept;
        }
        String key = ingredients.key(concept);
        return key == null ? concept : new Concept(CodeSystem.INGREDIENT, key, key);
    }

    private @Nullable Concept named(EventKind kind, Concept concept) {
        return known == null || known.knows(kind, concept)
                ? null
                : known.ofText(kind, concept.display());
    }

    /**
     * @param timeline the patient's, with the model's concepts
     * @param byText how many of its events are known by their text alone
     */
    public record Mapped(Timeline timeline, int byText) {}

    /** A patient's record as the model sees it. */
    public Mapped of(Timeline timeline) {
        if (ingredients == null && known == null) {
            return new Mapped(timeline, 0);
        }
        List<ClinicalEvent> events = new ArrayList<>(timeline.events().size());
        int byText = 0;
        for (ClinicalEvent event : timeline.events()) {
            Concept drug = drug(event.kind(), event.concept());
            @Nullable Concept named = named(event.kind(), drug);
            byText += named == null ? 0 : 1;
            events.add(with(event, named == null ? drug : named));
        }
        return new Mapped(new Timeline(timeline.patient(), timeline.encounters(), events), byText);
    }

    private static ClinicalEvent with(ClinicalEvent event, Concept concept) {
        return concept.equals(event.concept())
                ? event
                : new ClinicalEvent(
                        event.kind(),
                        event.category(),
                        concept,
                        event.encounterId(),
                        event.start(),
                        event.end(),
                        event.value(),
                        event.reason());
    }
}
