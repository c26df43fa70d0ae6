package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.tuning.evaluation.ItemFilter;

/**
 * What one fact says of one item, before and after: its share of the score, in log odds, at a visit
 * with as many facts as half the visits have.
 *
 * @param patients that were learned from and have the fact
 */
public record MovedWeight(
        Concept fact,
        Role role,
        String level,
        ItemKind kind,
        Concept item,
        double before,
        double after,
        int patients) {
    /** How many are shown. */
    static final int SHOWN = 20;

    /** One sentence for a person. */
    public String words() {
        String direction =
                before * after < 0
                        ? (after > 0 ? "now speaks for" : "now speaks against")
                        : Math.abs(after) > Math.abs(before)
                                ? (after > 0 ? "speaks more for" : "speaks more against")
                                : (before > 0 ? "speaks less for" : "speaks less against");
        return "%s, %s: %s %s"
                .formatted(
                        level.isEmpty() ? fact.display() : fact.display() + ": " + level,
                        role.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        direction,
                        item.display());
    }

    /**
     * Those that moved most. Facts of fewer than {@link PatientGroup#FEWEST_PATIENTS} training
     * patients are left out: chance, and people who might be known.
     */
    static List<MovedWeight> most(
            EvidenceModel before, EvidenceModel after, EncodedVisits train, ItemFilter shown) {
        int known = median(train);
        Map<Integer, Set<Integer>> patients = new HashMap<>();
        for (int visit = 0; visit < train.size(); visit++) {
            for (int fact : train.facts()[visit]) {
                patients.computeIfAbsent(fact, absent -> new HashSet<>())
                        .add(train.patients()[visit]);
            }
        }
        List<MovedWeight> moved = new ArrayList<>();
        patients.forEach((fact, of) -> {
            if (of.size() >= PatientGroup.FEWEST_PATIENTS) {
                for (int item = 0; item < shown.items(); item++) {
                    if (shown.contains(item)) {
                        moved.add(of(before, after, fact, item, known, of.size()));
                    }
                }
                moved.sort(Comparator.comparingDouble(each -> -each.size()));
                moved.subList(Math.min(SHOWN, moved.size()), moved.size()).clear();
            }
        });
        return List.copyOf(moved);
    }

    private double size() {
        return Math.abs(after - before);
    }

    private static MovedWeight of(
            EvidenceModel before,
            EvidenceModel after,
            int fact,
            int item,
            int known,
            int patients) {
        Fact said = after.facts().get(fact);
        Item of = after.items().get(item);
        return new MovedWeight(
                said.concept(),
                said.role(),
                said.level(),
                of.kind(),
                of.concept(),
                before.weight(fact, item, known),
                after.weight(fact, item, known),
                patients);
    }

    private static int median(EncodedVisits visits) {
        int[] counts =
                Arrays.stream(visits.facts()).mapToInt(each -> each.length).sorted().toArray();
        return counts.length == 0 ? 1 : Math.max(1, counts[counts.length / 2]);
    }
}
