package org.consilium.tuning;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.tuning.factor.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded concepts a model has a meaning for: those it can reason from (facts) and those it
 * can suggest (items). Holds no weights. Immutable and thread-safe.
 */
public final class ModelKnowledge {
    private enum Family {
        CONDITION,
        OBSERVATION,
        TREATMENT,
        ALLERGY
    }

    private final String model;
    private final Map<Family, Set<Concept>> facts = new EnumMap<>(Family.class);
    private final Set<Item> items;

    private ModelKnowledge(String model, Iterable<Fact> facts, Iterable<Item> items) {
        this.model = model;
        for (Fact fact : facts) {
            Family family = family(fact.role());
            if (family != null) {
                this.facts.computeIfAbsent(family, each -> new HashSet<>()).add(fact.concept());
            }
        }
        Set<Item> all = new HashSet<>();
        items.forEach(all::add);
        this.items = Set.copyOf(all);
    }

    /** What a model of these terms knows. */
    public static ModelKnowledge of(String model, Terms terms) {
        return new ModelKnowledge(model, terms.facts().entries(), terms.items().entries());
    }

    /** Null for what is no event: demographics and the visit itself. */
    private static @Nullable Family family(Role role) {
        return switch (role) {
            case DEMOGRAPHIC, ENCOUNTER -> null;
            case CONDITION_NOW,
                    CONDITION_ACTIVE,
                    CONDITION_PAST_30D,
                    CONDITION_PAST_180D,
                    CONDITION_PAST_2Y,
                    CONDITION_PAST_OLDER ->
                    Family.CONDITION;
            case OBSERVATION_NOW,
                    OBSERVATION_PAST_30D,
                    OBSERVATION_PAST_180D,
                    OBSERVATION_PAST_2Y,
                    OBSERVATION_PAST_OLDER ->
                    Family.OBSERVATION;
            case TREATMENT_ACTIVE,
                    TREATMENT_PAST_30D,
                    TREATMENT_PAST_180D,
                    TREATMENT_PAST_2Y,
                    TREATMENT_PAST_OLDER ->
                    Family.TREATMENT;
            case ALLERGY -> Family.ALLERGY;
        };
    }

    public String model() {
        return model;
    }

    /**
     * Whether the concept, recorded so, is a fact the model reasons from, or one it can suggest.
     */
    public boolean knows(EventKind kind, Concept concept) {
        @Nullable Family family =
                switch (kind) {
                    case CONDITION -> Family.CONDITION;
                    case OBSERVATION -> Family.OBSERVATION;
                    case MEDICATION, PROCEDURE, CARE_PLAN, IMMUNIZATION -> Family.TREATMENT;
                    case ALLERGY -> Family.ALLERGY;
                    case GOAL -> null;
                };
        return family != null && facts.getOrDefault(family, Set.of()).contains(concept)
                || suggests(kind, concept);
    }

    /** Whether the model can suggest it. */
    public boolean suggests(EventKind kind, Concept concept) {
        ItemKind item = ItemKind.of(kind);
        return item != null && items.contains(new Item(item, concept));
    }
}
