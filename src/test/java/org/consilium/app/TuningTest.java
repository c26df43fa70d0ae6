package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.Cohort;
import org.consilium.job.Progress;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PreTrainRequest;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning with the real store, the real encoder and PyTorch. */
class TuningTest {
    private static final EpochListener NOBODY = (number, of, loss, ndcg) -> {};

    @TempDir private static Path models = Path.of("unset");

    @TempDir private Path home = Path.of("unset");

    private Context context;

    @BeforeAll
    static void makeModel() throws Exception {
        SampleClinic.makeModel(models);
    }

    @BeforeEach
    void open() throws Exception {
        SampleClinic.makeStore(home, 40);
        context = new Home(home, models).unlock(Terminal.PASSPHRASE.toCharArray());
    }

    @AfterEach
    void close() {
        context.close();
    }

    private FineTuneRun tune(String name, long seed) throws Exception {
        return context.tuning()
                .tuning(new TuneRequest("clinic", null, name, seed, null), NOBODY)
                .run(Progress.NONE);
    }

    private RecommendationList advice(@Nullable String model) {
        Cohort clinic = context.cohorts().byName("clinic");
        return context.recommendations()
                .recommend(
                        new RecommendationRequest(clinic.id(), "p004", null, 50, Set.of(), model));
    }

    @Test
    void theSameSeedGivesTheSameModelBitForBit() throws Exception {
        FineTuneRun first = tune("one", 7);
        FineTuneRun again = tune("two", 7);
        FineTuneRun other = tune("three", 8);

        assertThat(again.losses()).isEqualTo(first.losses()).isNotEqualTo(other.losses());
        assertThat(again.provenance().dataHash()).isEqualTo(first.provenance().dataHash());
        assertThat(advice("two").items()).isEqualTo(advice("one").items());
        assertThat(advice("three").items()).isNotEqualTo(advice("one").items());
    }

    @Test
    void whatIsServedStaysTheSameUntilPromoted() throws Exception {
        RecommendationList before = advice(null);
        List<RecommendationList> during = new ArrayList<>();
        context.tuning()
                .tuning(
                        new TuneRequest("clinic", null, "mine", 1, null),
                        (number, of, loss, ndcg) -> during.add(advice(null)))
                .run(Progress.NONE);

        assertThat(during).hasSize(20).allMatch(before::equals);
        assertThat(advice(null)).isEqualTo(before);
        context.tuning().promote("mine");
        assertThat(advice(null).model()).isEqualTo("mine");
        assertThat(context.tuning().rollback()).isEqualTo(SampleClinic.MODEL);
        assertThat(advice(null)).isEqualTo(before);
    }

    @Test
    void cancelledItLeavesNothing() {
        List<ModelSummary> before = context.tuning().models();
        Progress leaving =
                new Progress() {
                    private boolean training;

                    @Override
                    public void report(long done, long total, String message) {
                        training |= message.startsWith("Training, epoch 3");
                    }

                    @Override
                    public void checkCancelled() {
                        if (training) {
                            throw new CancellationException("cancelled");
                        }
                    }
                };

        assertThatThrownBy(() ->
                        context.tuning()
                                .tuning(new TuneRequest("clinic", null, "mine", 1, null), NOBODY)
                                .run(leaving))
                .isInstanceOf(CancellationException.class);
        assertThat(context.tuning().models()).isEqualTo(before);
    }

    @Test
    void theRecordSaysWhatWasDoneAndHowItDid() throws Exception {
        FineTuneRun run = tune("mine", 3);

        assertThat(run.base()).isEqualTo(SampleClinic.MODEL);
        assertThat(run.provenance().patients()).isEqualTo(30);
        assertThat(run.provenance().seed()).isEqualTo(3);
        assertThat(run.provenance().versions()).containsKey("base");
        assertThat(run.evaluation().rows())
                .extracting(row -> row.model())
                .contains("before", "after", "popularity", "ridge");
        assertThat(run.evaluation().split()).contains("30 to learn from, 10 held out, seed 3");
        assertThat(context.tuning().run("mine")).isEqualTo(run);
    }

    @Test
    void aCohortBecomesABaseModelThatOthersAreTunedFrom() throws Exception {
        EvaluationReport report =
                context.tuning()
                        .preTraining(
                                new PreTrainRequest(
                                        "clinic", "network", 1, 3, List.of(), List.of()))
                        .run(Progress.NONE);
        DomainMatch match =
                context.tuning().matching("clinic", "network").run(Progress.NONE).getFirst();
        FineTuneRun run =
                context.tuning()
                        .tuning(new TuneRequest("clinic", "network", "own", 1, null), NOBODY)
                        .run(Progress.NONE);

        assertThat(report.rows()).extracting(row -> row.model()).contains("network", "popularity");
        assertThat(match.transfer()).isEqualTo(Transfer.FULL);
        assertThat(match.knownItemUse()).isEqualTo(1);
        assertThat(match.factShift()).isBetween(0., .05);
        assertThat(run.base()).isEqualTo("network");
        assertThat(context.tuning().models())
                .filteredOn(model -> model.base() == null)
                .extracting(ModelSummary::name)
                .containsExactlyInAnyOrder(SampleClinic.MODEL, "network");
        context.tuning().promote("network");
        assertThat(advice(null).items()).isNotEmpty();
    }

    @Test
    void patientsOfOtherSitesAreNotLearnedFrom() {
        PreTrainRequest elsewhere =
                new PreTrainRequest("clinic", "network", 1, 3, List.of("Nowhere"), List.of());

        assertThatThrownBy(() -> context.tuning().preTraining(elsewhere).run(Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too little to learn from");
        assertThat(context.tuning().models()).hasSize(1);
    }
}
