package org.consilium.recommend;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded concepts a model has a meaning for: those it can reason from (facts) and those it
 * can suggest (items), by their code or by their text. Holds no weights. Immutable and thread-safe.
 */
public final class KnownConcepts {
    private final Map<Role, Set<Concept>> facts = new EnumMap<>(Role.class);
    private final Set<Item> items;
    private final Map<Text, Named> texts = new HashMap<>();

    private record Text(Role family, String words) {}

    /**
     * @param concept null where several concepts of the model have the same text
     */
    private record Named(@Nullable Concept concept) {}

    public KnownConcepts(Vocabulary<Fact> facts, Vocabulary<Item> items) {
        for (Fact fact : facts.entries()) {
            Role family = Roles.family(fact.role());
            this.facts.computeIfAbsent(family, each -> new HashSet<>()).add(fact.concept());
            name(family, fact.concept());
        }
        for (Item item : items.entries()) {
            name(Role.TREATMENT_ACTIVE, item.concept());
        }
        this.items = Set.copyOf(items.entries());
    }

    private void name(Role family, Concept concept) {
        texts.merge(
                new Text(family, ConceptText.normalised(concept.display())),
                new Named(concept),
                (a, b) -> concept.equals(a.concept()) ? a : new Named(null));
    }

    /**
     * Whether the concept, recorded so, is a fact the model reasons from, or one it can suggest.
     */
    public boolean knows(EventKind kind, Concept concept) {
        Role family = Roles.family(kind);
        return family != null
                && (facts.getOrDefault(family, Set.of()).contains(concept)
                        || suggests(kind, concept));
    }

    /** Whether the model can suggest it. */
    public boolean suggests(EventKind kind, Concept concept) {
        ItemKind item = ItemKind.of(kind);
        return item != null && items.contains(new Item(item, concept));
    }

    /** The only concept of the model with that text, of what is recorded so; null without one. */
    @Nullable Concept ofText(EventKind kind, String display) {
        Role family = Roles.family(kind);
        Named named =
                family == null
                        ? null
                        : texts.get(new Text(family, ConceptText.normalised(display)));
        return named == null ? null : named.concept();
    }
}
