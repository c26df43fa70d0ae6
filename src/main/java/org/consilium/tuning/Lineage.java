package org.consilium.tuning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model came from which, and which was served when.
 *
 * @param roots models that came from none here
 * @param promotions the latest first
 */
public record Lineage(List<Node> roots, List<Served> promotions) {
    public Lineage {
        roots = List.copyOf(roots);
        promotions = List.copyOf(promotions);
    }

    /** A model and those that were tuned from it. */
    public record Node(ModelSummary model, List<Node> tuned) {
        public Node {
            tuned = List.copyOf(tuned);
        }
    }

    /**
     * That a model was served from a moment on.
     *
     * @param before what was served until then
     * @param back whether it was by taking a promotion back
     * @param waiver null where nothing held it back
     * @param findings what had held it back; empty where nothing did
     */
    public record Served(
            String model,
            String before,
            boolean back,
            Instant at,
            @Nullable Waiver waiver,
            String findings) {}

    static List<Node> tree(List<ModelSummary> models) {
        List<String> names = models.stream().map(ModelSummary::name).toList();
        return models.stream()
                .filter(each -> each.base() == null || !names.contains(each.base()))
                .map(each -> node(each, models))
                .toList();
    }

    private static Node node(ModelSummary model, List<ModelSummary> models) {
        return new Node(
                model,
                models.stream()
                        .filter(each -> model.name().equals(each.base()))
                        .map(each -> node(each, models))
                        .toList());
    }
}
