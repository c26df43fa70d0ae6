package org.consilium.recommend;

import java.util.List;

/**
 * Where one item stands for one visit.
 *
 * @param why it is where it is
 * @param item with every fact's share; its rank is the one it has, or would have, among all that
 *     could be recommended
 * @param candidates how many could be recommended
 * @param missing what is not on record and would move its score most, the most first
 */
public record Place(Why why, Recommendation item, int candidates, List<MissingInput> missing) {
    public Place {
        missing = List.copyOf(missing);
    }

    /** The same with what the safety rules say. */
    Place checked(Recommendation checked) {
        return new Place(why, checked, candidates, missing);
    }

    /** Why an item is, or is not, among those that could be recommended. */
    public enum Why {
        /** It could be recommended, and stands where its score puts it. */
        RANKED,
        /** It goes on already, or all that is in it is taken already. */
        TAKEN,
        /** Another product of the same drug stands for it. */
        SAME_DRUG,
        /** It is on the list of administrative and routine entries. */
        ROUTINE
    }
}
