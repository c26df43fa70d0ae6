package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Progress;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.tuning.Ages;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.FeedbackUse;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PreTrainRequest;
import org.consilium.tuning.Preset;
import org.consilium.tuning.ReliabilityCurve;
import org.consilium.tuning.RunFindings;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.Waiver;
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
        TunedClinic.copy(home);
        context = new Home(home, models).unlock(Terminal.PASSPHRASE.toCharArray());
    }

    /** The run that made the model that is there from the beginning. */
    private FineTuneRun first() {
        return context.tuning().run(TunedClinic.CAREFUL);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** The clinic is recorded as the source was, so that by itself nothing would be trained. */
    private static TuneRequest request(String name, long seed) {
        return new TuneRequest(
                "clinic", null, name, seed, Transfer.FULL, TuneRecipe.of(Preset.QUICK));
    }

    private static TuneRequest careful(String name) {
        return new TuneRequest("clinic", null, name, TunedClinic.SEED, Transfer.FULL);
    }

    private FineTuneRun tune(String name, long seed) throws Exception {
        return context.tuning().tuning(request(name, seed), NOBODY).run(Progress.NONE);
    }

    private RecommendationList advice(@Nullable String model) {
        Cohort clinic = context.cohorts().byName("clinic");
        return context.recommendations()
                .recommend(
                        new RecommendationRequest(clinic.id(), "p004", null, 50, Set.of(), model));
    }

    @Test
    void theSameSeedGivesTheSameModelBitForBit() throws Exception {
        FineTuneRun again = context.tuning().tuning(careful("two"), NOBODY).run(Progress.NONE);
        FineTuneRun other = tune("three", 8);

        assertThat(again.losses()).isEqualTo(first().losses());
        assertThat(other.losses()).isNotEqualTo(first().losses().subList(0, 5));
        assertThat(again.provenance().dataHash()).isEqualTo(first().provenance().dataHash());
        assertThat(advice("two").items()).isEqualTo(advice(TunedClinic.CAREFUL).items());
        assertThat(advice("three").items()).isNotEqualTo(advice("two").items());
    }

    @Test
    void whatIsServedStaysTheSameUntilPromoted() throws Exception {
        RecommendationList before = advice(null);
        List<RecommendationList> during = new ArrayList<>();
        context.tuning()
                .tuning(request("mine", 1), (number, of, loss, ndcg) -> during.add(advice(null)))
                .run(Progress.NONE);

        assertThat(during).hasSize(5).allMatch(before::equals);
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

        assertThatThrownBy(() -> context.tuning().tuning(request("mine", 1), NOBODY).run(leaving))
                .isInstanceOf(CancellationException.class);
        assertThat(context.tuning().models()).isEqualTo(before);
        assertThat(context.tuning().runs().interrupted()).isEmpty();
    }

    /** The log odds of an influenza vaccination; as a probability it is all but certain. */
    private double flu(String model) {
        return advice(model).items().stream()
                .filter(each -> each.kind() == ItemKind.IMMUNIZATION)
                .findFirst()
                .orElseThrow()
                .score();
    }

    private void decline(DeclineReason reason, int patients) {
        Cohort clinic = context.cohorts().byName("clinic");
        for (int number = 0; number < patients; number++) {
            context.services("dr.lee")
                    .decisions()
                    .record(
                            new Decision(
                                    clinic.id(),
                                    "p%03d".formatted(number),
                                    LocalDate.of(2022, 1 + number % 12, 3).atTime(9, 30),
                                    SampleClinic.MODEL,
                                    ItemKind.IMMUNIZATION,
                                    new Concept(CodeSystem.CVX, "140", "Influenza, seasonal"),
                                    Decision.Verdict.DECLINED,
                                    reason,
                                    null,
                                    "{}",
                                    "dr.lee",
                                    Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    @Test
    void whatWasDeclinedForThePatientIsThoughtLessLikely() throws Exception {
        FineTuneRun before = tune("without", 7);
        decline(DeclineReason.NOT_INDICATED, 40);
        FineTuneRun with = tune("with", 7);
        TuneRequest leaving =
                new TuneRequest(
                        "clinic",
                        null,
                        "left",
                        7,
                        Transfer.FULL,
                        TuneRecipe.of(Preset.QUICK),
                        false);
        FineTuneRun left = context.tuning().tuning(leaving, NOBODY).run(Progress.NONE);

        assertThat(with.feedback()).isEqualTo(new FeedbackUse(0, 30, 0, 10, .3));
        assertThat(with.evaluation().notes())
                .anyMatch(note -> note.startsWith("Of 40 decisions on recommendations 30"));
        assertThat(context.tuning().card("with")).contains("declined=30");
        assertThat(left.feedback()).isNull();
        assertThat(left.losses()).isEqualTo(before.losses());
        assertThat(advice("left").items()).isEqualTo(advice("without").items());
        assertThat(flu("with")).isLessThan(flu("left"));
        assertThat(context.tuning().run("with")).isEqualTo(with);
    }

    @Test
    void aReasonThatSaysNothingOfThePatientChangesNothing() throws Exception {
        tune("without", 7);
        decline(DeclineReason.NOT_AVAILABLE, 40);
        FineTuneRun with = tune("with", 7);

        assertThat(with.feedback()).isEqualTo(new FeedbackUse(0, 0, 40, 0, .3));
        assertThat(advice("with").items()).isEqualTo(advice("without").items());
    }

    @Test
    void theRecordSaysWhatWasDoneAndHowItDid() throws Exception {
        FineTuneRun run = first();

        assertThat(run.base()).isEqualTo(SampleClinic.MODEL);
        assertThat(run.provenance().patients()).isEqualTo(30);
        assertThat(run.provenance().seed()).isEqualTo(TunedClinic.SEED);
        assertThat(run.provenance().versions()).containsKey("base");
        assertThat(run.evaluation().rows())
                .extracting(row -> row.model())
                .contains("before", "after", "scratch", "popularity", "ridge");
        assertThat(run.evaluation().split()).contains("30 to learn from, 10 held out, seed 7");
        assertThat(run).isEqualTo(TunedClinic.run());
        RunFindings findings = Objects.requireNonNull(run.findings());
        assertThat(findings.reliability())
                .extracting(ReliabilityCurve::model)
                .containsExactly("before", "after");
        assertThat(findings.reliability().getLast().calibration().cases()).isPositive();
        assertThat(Objects.requireNonNull(run.origin()).snapshot()).hasSize(64);
    }

    @Test
    void aCohortBecomesABaseModelThatOthersAreTunedFrom() throws Exception {
        EvaluationReport report =
                context.tuning()
                        .preTraining(
                                new PreTrainRequest(
                                        "clinic", "network", 1, 3, List.of(), List.of(), Ages.ALL))
                        .run(Progress.NONE);
        DomainMatch match =
                context.tuning().matching("clinic", "network").run(Progress.NONE).getFirst();
        FineTuneRun run =
                context.tuning()
                        .tuning(new TuneRequest("clinic", "network", "own", 1, null), NOBODY)
                        .run(Progress.NONE);

        assertThat(report.rows()).extracting(row -> row.model()).contains("network", "popularity");
        assertThat(match.transfer()).isEqualTo(Transfer.UNCHANGED);
        assertThat(run.evaluation().notes())
                .anyMatch(note -> note.startsWith("Transfer unchanged."));
        assertThat(match.knownItemUse()).isEqualTo(1);
        assertThat(match.factShift()).isBetween(0., .05);
        assertThat(run.base()).isEqualTo("network");
        assertThat(context.tuning().models())
                .filteredOn(model -> model.base() == null)
                .extracting(ModelSummary::name)
                .containsExactlyInAnyOrder(SampleClinic.MODEL, "network");
        Waiver waiver = new Waiver("Dr Lee", "Nothing else is here yet.");
        context.tuning().deployment().promote("network", waiver);
        assertThat(advice(null).items()).isNotEmpty();
    }

    @Test
    void patientsOfOtherSitesAreNotLearnedFrom() {
        PreTrainRequest elsewhere =
                new PreTrainRequest(
                        "clinic", "network", 1, 3, List.of("Nowhere"), List.of(), Ages.ALL);

        assertThatThrownBy(() -> context.tuning().preTraining(elsewhere).run(Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too little to learn from");
        assertThat(context.tuning().models()).hasSize(2);
    }

    @Test
    void withTooFewPatientsItSaysWhatCanBeDoneInstead() throws Exception {
        Path small = home.resolve("small");
        SampleClinic.makeStore(small, 5);
        try (Context few = new Home(small, models).unlock(Terminal.PASSPHRASE.toCharArray())) {
            assertThatThrownBy(() ->
                            few.tuning()
                                    .tuning(
                                            new TuneRequest(
                                                    "clinic", null, "mine", 1, Transfer.FULL),
                                            NOBODY)
                                    .run(Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Fine-tuning needs at least 8 patients with visits and clinic has 5: until there are 3 more, serve sample-base as it is.");
        }
    }
}
