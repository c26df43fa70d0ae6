package org.consilium.tuning;

import java.util.List;
import java.util.Optional;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.ModelSource;
import org.consilium.recommend.ServingStoppedException;
import org.consilium.store.ModelRepository;
import org.consilium.store.PromotionRow;
import org.consilium.store.ServingRepository;
import org.consilium.store.ServingRow;
import org.consilium.store.WaiverRow;
import org.jspecify.annotations.Nullable;

/**
 * What is served: the gate before it, the way back, the lineage, and the switch that stops
 * recommendations everywhere. Thread-safe.
 */
public final class Deployment implements ModelSource {
    private final ModelRegistry registry;
    private final ModelRepository models;
    private final ServingRepository serving;

    public Deployment(ModelRegistry registry, ModelRepository models, ServingRepository serving) {
        this.registry = registry;
        this.models = models;
        this.serving = serving;
    }

    /**
     * @throws ServingStoppedException while recommendations are stopped
     */
    @Override
    public EvidenceModel served() {
        refuseStopped();
        return registry.served();
    }

    /**
     * @throws ServingStoppedException while recommendations are stopped
     */
    @Override
    public EvidenceModel named(String name) {
        refuseStopped();
        return registry.named(name);
    }

    private void refuseStopped() {
        ServingState state = state();
        if (state.stopped()) {
            throw new ServingStoppedException(
                    "Recommendations are stopped by %s: %s".formatted(state.who(), state.reason()));
        }
    }

    /** Whether recommendations are given. */
    public ServingState state() {
        return serving.latest()
                .map(row -> new ServingState(row.stopped(), row.who(), row.reason(), row.at()))
                .orElse(new ServingState(false, null, "", null));
    }

    /**
     * Turns recommendations off everywhere; returns when that is on the disk.
     *
     * @throws IllegalArgumentException without a name and a reason
     */
    public ServingState stop(String who, String reason) {
        return change(true, who, reason);
    }

    /** Turns recommendations on again. */
    public ServingState start(String who, String reason) {
        return change(false, who, reason);
    }

    private ServingState change(boolean stopped, String who, String reason) {
        if (who.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "Say who %s recommendations, and why.".formatted(stopped ? "stops" : "starts"));
        }
        ServingRow row = serving.add(stopped, who.strip(), reason.strip());
        return new ServingState(stopped, row.who(), row.reason(), row.at());
    }

    /**
     * Whether a model may be served.
     *
     * @throws org.consilium.clinical.NotFoundException when there is no such model
     */
    public PromotionCheck check(String model) {
        if (registry.isShipped(model)) {
            return new PromotionCheck(
                    model, List.of(), List.of("It comes with the program, as it is."));
        }
        return PromotionCheck.of(
                model,
                registry.run(model).map(FineTuneRun::findings).orElse(null),
                registry.servedName());
    }

    /**
     * Serves a model from now on.
     *
     * @param waiver by whom, where it is held back; null for nobody
     * @throws PromotionBlockedException when it is held back and nobody signs for it
     */
    public PromotionCheck promote(String model, @Nullable Waiver waiver) {
        PromotionCheck check = check(model);
        if (check.blocked() && waiver == null) {
            throw new PromotionBlockedException(model, check.blocks());
        }
        registry.promote(
                model,
                waiver == null || !check.blocked()
                        ? null
                        : new WaiverRow(
                                waiver.signedBy(),
                                waiver.reason(),
                                String.join("\n", check.blocks())));
        return check;
    }

    /**
     * Serves again what was served before the last promotion.
     *
     * @return its name
     * @throws org.consilium.clinical.NotFoundException when nothing was served before
     */
    public String rollback() {
        return registry.rollback();
    }

    /** Which model came from which, and which was served when. */
    public Lineage lineage() {
        return new Lineage(
                Lineage.tree(registry.summaries()),
                models.promotions().stream().map(Deployment::served).toList());
    }

    private static Lineage.Served served(PromotionRow row) {
        Optional<WaiverRow> waiver = Optional.ofNullable(row.waiver());
        return new Lineage.Served(
                row.model(),
                row.before(),
                row.takesBack(),
                row.at(),
                waiver.map(each -> new Waiver(each.signedBy(), each.reason())).orElse(null),
                waiver.map(WaiverRow::findings).orElse(""));
    }
}
