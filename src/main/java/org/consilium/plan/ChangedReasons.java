package org.consilium.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.Role;
import org.jspecify.annotations.Nullable;

/**
 * How the reasons for an item differ from those that were seen when it was decided on.
 *
 * @param probabilityThen as it was seen
 * @param odds the odds now as a multiple of those then
 * @param shifts the facts whose shares differ most, the most first
 */
public record ChangedReasons(
        double probabilityThen, double probabilityNow, double odds, List<Shift> shifts) {
    /**
     * Odds that have at least doubled are a material change. A likelihood ratio between 1 and 2
     * changes a probability marginally (Jaeschke, Guyatt, Sackett, "Users' guides to the medical
     * literature III B", JAMA 1994;271:703; as tabulated in doi 10.1186/s40001-017-0246-0, table
     * 3).
     */
    public static final double MATERIAL = 2;

    private static final int SHIFTS = 5;

    /** Differences too small to be seen in hundredths. */
    private static final double SEEN = .005;

    public ChangedReasons {
        shifts = List.copyOf(shifts);
    }

    /**
     * One fact.
     *
     * @param fact as it is now, or as it was where it is gone
     * @param before its share then; 0 where it was not known
     * @param after its share now; 0 where it is gone
     */
    public record Shift(Attribution fact, double before, double after, Kind kind) {
        public double difference() {
            return after - before;
        }
    }

    /** What became of a fact. */
    public enum Kind {
        NEW,
        GONE,
        OTHER
    }

    public boolean isMaterial() {
        return odds >= MATERIAL;
    }

    static ChangedReasons between(Explanation.Seen then, Recommendation now) {
        return new ChangedReasons(
                then.probability(),
                now.probability(),
                odds(now.probability()) / odds(then.probability()),
                shifts(then.attributions(), now.attributions()));
    }

    private static double odds(double probability) {
        double inside = Math.clamp(probability, 1e-9, 1 - 1e-9);
        return inside / (1 - inside);
    }

    /** A concept in a part of the record: how recent it is may change, what it is may not. */
    private record Key(Concept concept, String part) {
        static Key of(Attribution fact) {
            String role = fact.role().name();
            int end = role.indexOf('_');
            // age is another concept each year, and still the age
            return fact.role() == Role.DEMOGRAPHIC && fact.concept().code().startsWith("age-")
                    ? new Key(AGE, role)
                    : new Key(fact.concept(), end < 0 ? role : role.substring(0, end));
        }
    }

    private static final Concept AGE = new Concept(CodeSystem.CONSILIUM, "age", "Age");

    private static List<Shift> shifts(List<Attribution> then, List<Attribution> now) {
        Map<Key, Attribution> before = new HashMap<>();
        then.forEach(fact -> before.putIfAbsent(Key.of(fact), fact));
        List<Shift> shifts = new ArrayList<>();
        for (Attribution fact : now) {
            @Nullable Attribution was = before.remove(Key.of(fact));
            shifts.add(
                    was == null
                            ? new Shift(fact, 0, fact.contribution(), Kind.NEW)
                            : new Shift(fact, was.contribution(), fact.contribution(), Kind.OTHER));
        }
        before.values()
                .forEach(fact -> shifts.add(new Shift(fact, fact.contribution(), 0, Kind.GONE)));
        return shifts.stream()
                .filter(shift -> Math.abs(shift.difference()) >= SEEN)
                .sorted(Comparator.comparingDouble(shift -> -Math.abs(shift.difference())))
                .limit(SHIFTS)
                .toList();
    }
}
