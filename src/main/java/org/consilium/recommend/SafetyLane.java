package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.NotChecked;
import org.consilium.recommend.safety.SafetyCheck;
import org.consilium.recommend.safety.SafetyReport;

/** Takes what is contraindicated out of a ranking and keeps it visible beside it. Thread-safe. */
public final class SafetyLane {
    /** How many more to rank than are shown, so that others move up for those withheld. */
    public static final int SPARE = 40;

    private final SafetyCheck check;

    public SafetyLane(SafetyCheck check) {
        this.check = check;
    }

    /**
     * @param ranked best first
     * @param top how many to show at most; ranked again from 1
     */
    public RecommendationList list(
            Timeline timeline,
            LocalDateTime at,
            String model,
            List<Recommendation> ranked,
            int top) {
        SafetyReport report =
                check.check(
                        timeline,
                        at,
                        ranked.stream().map(one -> new Item(one.kind(), one.item())).toList());
        List<Recommendation> items = new ArrayList<>();
        List<Recommendation> withheld = new ArrayList<>();
        for (int i = 0; i < ranked.size() && items.size() < top; i++) {
            ItemSafety safety = report.items().get(i);
            if (safety.isContraindicated()) {
                withheld.add(ranked.get(i).checked(ranked.get(i).rank(), safety));
            } else {
                items.add(ranked.get(i).checked(items.size() + 1, safety));
            }
        }
        return new RecommendationList(
                timeline.patient().id(),
                at,
                model,
                items,
                withheld,
                concerning(report, items, withheld));
    }

    /** What a rule says, by its id; the id where there is no such rule any more. */
    String sentence(String rule) {
        return check.sentence(rule).orElse(rule);
    }

    /** One item with what the rules say of it, at the rank it has. */
    Recommendation checked(Timeline timeline, LocalDateTime at, Recommendation item) {
        ItemSafety found =
                check.check(timeline, at, List.of(new Item(item.kind(), item.item())))
                        .items()
                        .getFirst();
        return item.checked(item.rank(), found);
    }

    /** What is missing for items that nobody sees is left out. */
    private static List<NotChecked> concerning(
            SafetyReport report, List<Recommendation> items, List<Recommendation> withheld) {
        List<NotChecked> hidden = new ArrayList<>();
        report.items().forEach(item -> hidden.addAll(item.notChecked()));
        items.forEach(item -> hidden.removeAll(item.safety().notChecked()));
        withheld.forEach(item -> hidden.removeAll(item.safety().notChecked()));
        return report.notChecked().stream().filter(one -> !hidden.contains(one)).toList();
    }
}
