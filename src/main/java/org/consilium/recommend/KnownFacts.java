package org.consilium.recommend;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which of a vocabulary's facts stands for a fact: itself, else the finest that says less of the
 * same result. So a model that was made without levels still counts a result that has one, and of
 * one visit no two facts are stood for by the same one, since a visit has one fact for a concept
 * and role. The only place where facts are looked up.
 */
public final class KnownFacts {
    private KnownFacts() {}

    /** Empty where the vocabulary knows none. */
    public static OptionalInt indexOf(Vocabulary<Fact> vocabulary, Fact fact) {
        for (@Nullable Fact said = fact; said != null; said = said.coarser()) {
            OptionalInt index = vocabulary.indexOf(said);
            if (index.isPresent()) {
                return index;
            }
        }
        return OptionalInt.empty();
    }
}
