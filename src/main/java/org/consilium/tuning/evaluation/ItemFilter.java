package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Which items are ranked and may be targets. Filtering comes before ranking: a target that is left
 * out counts nowhere, and the ranks of the others are among the items that stay. So the row of a
 * kind answers "which medication next?", not "where do medications stand in the whole list?".
 * Immutable and thread-safe.
 */
public final class ItemFilter {
    private final boolean[] included;
    private final boolean clinicalItemsOnly;
    private final @Nullable ItemKind kind;

    private ItemFilter(boolean[] included, boolean clinicalItemsOnly, @Nullable ItemKind kind) {
        this.included = included;
        this.clinicalItemsOnly = clinicalItemsOnly;
        this.kind = kind;
    }

    public static ItemFilter all(Vocabulary<Item> items) {
        boolean[] included = new boolean[items.size()];
        Arrays.fill(included, true);
        return new ItemFilter(included, false, null);
    }

    /**
     * @param clinical by item whether it is neither routine nor administrative
     */
    public static ItemFilter clinicalOnly(boolean[] clinical) {
        return new ItemFilter(clinical.clone(), true, null);
    }

    public static ItemFilter clinicalOnly(Vocabulary<Item> items, Predicate<Item> clinical) {
        boolean[] included = new boolean[items.size()];
        for (int item = 0; item < included.length; item++) {
            included[item] = clinical.test(items.get(item));
        }
        return new ItemFilter(included, true, null);
    }

    /** Of these items some. */
    public ItemFilter narrowed(IntPredicate wanted) {
        boolean[] narrowed = included.clone();
        for (int item = 0; item < narrowed.length; item++) {
            narrowed[item] &= wanted.test(item);
        }
        return new ItemFilter(narrowed, clinicalItemsOnly, kind);
    }

    /** Of these items those of one kind. */
    public ItemFilter ofKind(Vocabulary<Item> items, ItemKind wanted) {
        boolean[] narrowed = included.clone();
        for (int item = 0; item < narrowed.length; item++) {
            narrowed[item] &= items.get(item).kind() == wanted;
        }
        return new ItemFilter(narrowed, clinicalItemsOnly, wanted);
    }

    /** This filter first, then one for each kind of item. */
    public List<ItemFilter> withKinds(Vocabulary<Item> items) {
        return Stream.concat(
                        Stream.of(this),
                        Arrays.stream(ItemKind.values()).map(each -> ofKind(items, each)))
                .toList();
    }

    public boolean contains(int item) {
        return included[item];
    }

    /** How many items the vocabulary has, left out or not. */
    public int items() {
        return included.length;
    }

    /** How many items stay. */
    public int size() {
        int size = 0;
        for (boolean each : included) {
            size += each ? 1 : 0;
        }
        return size;
    }

    public boolean clinicalItemsOnly() {
        return clinicalItemsOnly;
    }

    public @Nullable ItemKind kind() {
        return kind;
    }
}
