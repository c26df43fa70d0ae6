package org.consilium.ui.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.jspecify.annotations.Nullable;

/** How items move when changes are supposed. */
final class Moves {
    private Moves() {}

    /**
     * @param before the list on the record as it is; null where nothing is supposed
     */
    static List<RecommendationRow> of(
            List<RecommendationRow> rows, @Nullable RecommendationList before) {
        return before == null
                ? rows
                : rows.stream().map(row -> row.moved(words(row.recommendation(), before))).toList();
    }

    private static String words(Recommendation now, RecommendationList before) {
        if (in(now, before.withheld()).isPresent() && !now.safety().isContraindicated()) {
            return "No longer withheld";
        }
        if (now.safety().isContraindicated()) {
            return in(now, before.withheld()).isPresent() ? "Withheld as before" : "Now withheld";
        }
        return in(now, before.items()).map(was -> words(now, was)).orElse("New here");
    }

    private static String words(Recommendation now, Recommendation was) {
        int up = was.rank() - now.rank();
        String was100 = "was " + Wording.percent(was.probability());
        if (up == 0) {
            return Wording.percent(was.probability()).equals(Wording.percent(now.probability()))
                    ? "As before"
                    : was100;
        }
        return (up > 0 ? "Up " : "Down ") + Math.abs(up) + ", " + was100;
    }

    private static Optional<Recommendation> in(Recommendation item, List<Recommendation> list) {
        return list.stream()
                .filter(one -> one.kind() == item.kind() && one.item().equals(item.item()))
                .findFirst();
    }

    /** What becomes of one item, in a sentence. */
    static String sentence(Recommendation was, @Nullable RecommendationList now) {
        if (now == null) {
            return "";
        }
        Optional<Recommendation> held = in(was, now.withheld());
        Optional<Recommendation> listed = in(was, now.items());
        if (held.isPresent()) {
            return "It would be withheld: " + held.get().safety().findings().getFirst().sentence();
        }
        return listed.map(item ->
                        "It would rank %d instead of %d, and be started at visits like this one %s times instead of %s."
                                .formatted(
                                        item.rank(),
                                        was.rank(),
                                        Wording.often(item.probability()),
                                        Wording.often(was.probability())))
                .orElse(
                        Stream.concat(now.items().stream(), now.withheld().stream())
                                        .findAny()
                                        .isPresent()
                                ? "It would no longer be among what to consider."
                                : "");
    }
}
