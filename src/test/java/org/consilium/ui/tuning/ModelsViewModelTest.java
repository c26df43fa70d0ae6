package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PromotionCheck;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.Waiver;
import org.consilium.ui.tuning.ModelsViewModel.Details;
import org.consilium.ui.tuning.ModelsViewModel.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelsViewModelTest {
    private final SampleModels shelf = new SampleModels();
    private final ModelsViewModel model =
            new ModelsViewModel(shelf, new InlineJobRunner(), Runnable::run);

    @BeforeEach
    void tunedModel() throws Exception {
        shelf.tuning(new TuneRequest("Riverside", null, "ours", 1, null), EpochListener.NONE)
                .run(Progress.NONE);
        model.load("");
    }

    private String opened() {
        Details details = model.detailsProperty().get();
        return details == null ? "" : details.model().name();
    }

    @Test
    void theServedModelIsOpenFirst() {
        assertThat(model.list())
                .extracting(ModelSummary::name)
                .containsExactly(SampleModels.BASE, "ours");
        assertThat(opened()).isEqualTo(SampleModels.BASE);
    }

    @Test
    void nothingIsServedBeforeItIsConfirmed() {
        model.askToPromote("ours");
        assertThat(model.questionProperty().get())
                .isEqualTo(new Question.Promote(new PromotionCheck("ours", List.of(), List.of())));
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
        model.dismiss();
        model.confirm();
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
    }

    @Test
    void aConfirmedPromotionIsServedAndSaid() {
        model.askToPromote("ours");
        model.confirm();
        assertThat(shelf.served()).isEqualTo("ours");
        assertThat(model.noticeProperty().get()).isEqualTo("Recommendations now come from ours.");
        assertThat(opened()).isEqualTo("ours");
        assertThat(model.list()).filteredOn(ModelSummary::served).hasSize(1);
    }

    @Test
    void aModelThatIsHeldBackIsServedOnlyWithANameAndAReason() {
        shelf.blocking("Quality falls: NDCG@10 changes by -0.050 [-0.080, -0.020].");
        model.askToPromote("ours");
        model.signerProperty().set("Dr Lee");
        model.confirm();
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
        assertThat(model.noticeProperty().get()).contains("needs a reason");
        assertThat(model.questionProperty().get()).isNotNull();
        model.reasonProperty().set("The held-out patients were a bad week.");
        model.confirm();
        assertThat(shelf.served()).isEqualTo("ours");
        assertThat(shelf.waiver())
                .isEqualTo(new Waiver("Dr Lee", "The held-out patients were a bad week."));
    }

    @Test
    void rollBackServesWhatWasServedBefore() {
        model.askToPromote("ours");
        model.confirm();
        model.askToRollBack();
        model.confirm();
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
        assertThat(opened()).isEqualTo(SampleModels.BASE);
    }

    @Test
    void withNothingToRollBackToThatIsSaid() {
        model.askToRollBack();
        model.confirm();
        assertThat(model.noticeProperty().get())
                .isEqualTo("Nothing was served before " + SampleModels.BASE + ".");
    }

    @Test
    void aTunedModelComesWithItsRun() {
        model.open(model.list().getLast());
        Details details = model.detailsProperty().get();
        assertThat(details).isNotNull();
        assertThat(details == null ? null : details.run()).isNotNull();
    }
}
