package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.tuning.EncodedVisits;

/** Facts and targets of a visit as one row: items are numbered on after the facts. */
final class Joint {
    private Joint() {}

    /** Per visit the columns that it has, ascending. */
    static int[][] rows(EncodedVisits visits) {
        int facts = visits.factVocabulary().size();
        return IntStream.range(0, visits.size())
                .mapToObj(visit ->
                        IntStream.concat(
                                        Arrays.stream(visits.facts()[visit]),
                                        Arrays.stream(visits.targets()[visit])
                                                .sorted()
                                                .map(item -> facts + item))
                                .toArray())
                .toArray(int[][]::new);
    }
}
