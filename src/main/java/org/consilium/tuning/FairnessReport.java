package org.consilium.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How groups of held-out patients are served before and after, each beside all other patients.
 *
 * @param groups of one respect first, then of two
 * @param suppressed how many further groups have fewer than {@link PatientGroup#FEWEST_PATIENTS}
 *     patients, or leave fewer than that outside: nothing is said of them
 */
public record FairnessReport(List<Group> groups, int suppressed) {
    public FairnessReport {
        groups = List.copyOf(groups);
    }

    /**
     * @param of one respect, or two
     * @param gaps of those measures that could be worked out
     */
    public record Group(
            List<PatientGroup> of, int visits, int patients, Map<FairnessMeasure, Gap> gaps) {
        public Group {
            of = List.copyOf(of);
            gaps = Map.copyOf(gaps);
        }

        /** For a person: "sex female, age at the visit 65-79". */
        public String words() {
            return of.stream()
                    .map(each ->
                            each.dimension().label().toLowerCase(Locale.ROOT) + " " + each.value())
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * @param before of the group
     * @param behindBefore how far the group was behind the other patients; negative where it was
     *     ahead
     * @param growth by how much it fell further behind, with its 95% interval
     */
    public record Gap(
            double before, double after, double behindBefore, double behindAfter, Estimate growth) {
        /** Whether the group is behind now and fell further behind by more than chance explains. */
        public boolean worsened() {
            return behindAfter > 0 && growth.low() > 0;
        }
    }
}
