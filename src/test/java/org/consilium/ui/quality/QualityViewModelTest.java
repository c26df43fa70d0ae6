package org.consilium.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.quality.PatientList;
import org.consilium.quality.QualityJson;
import org.consilium.quality.QualityReport;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real service on a real store. */
class QualityViewModelTest {
    @TempDir private Path folder = Path.of("unset");
    @AutoClose private final SampleStore store = new SampleStore();
    private final DeferredJobRunner jobs = new DeferredJobRunner();
    private final QualityViewModel model = model(jobs);

    private QualityViewModel model(DeferredJobRunner runner) {
        return new QualityViewModel(store.quality(), runner, Runnable::run, store.cohort());
    }

    private QualityReport loaded() {
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        return ((ViewState.Loaded<QualityReport>) model.stateProperty().get()).value();
    }

    private void make() {
        model.open(store.cohort());
        jobs.run(0);
        jobs.run(0);
    }

    @Test
    void theFirstTimeAReportIsMade() {
        model.open(store.cohort());
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Running.class);
        jobs.run(0);
        assertThat(model.messageProperty().get()).isEqualTo("Starting");
        jobs.run(0);

        assertThat(loaded().patients()).isEqualTo(1);
        assertThat(model.messageProperty().get()).isEmpty();
        assertThat(model.fractionProperty().get()).isEqualTo(1);
    }

    @Test
    void theNextTimeTheLastOneIsShown() {
        make();
        QualityReport first = loaded();
        model.open(store.cohort());
        assertThat(jobs.waiting()).isZero();

        DeferredJobRunner later = new DeferredJobRunner();
        QualityViewModel another = model(later);
        another.open(store.cohort());
        later.run(0);
        assertThat(later.waiting()).isZero();
        assertThat(another.stateProperty().get()).isEqualTo(new ViewState.Loaded<>(first));
    }

    @Test
    void afterAnotherImportItIsMadeAgain() {
        make();
        Cohort before = store.cohort();
        Cohort now =
                new Cohort(
                        before.id(),
                        before.name(),
                        before.synthetic(),
                        before.patients(),
                        before.encounters(),
                        before.events(),
                        before.importedAt().plusSeconds(1));
        model.open(now);
        jobs.run(0);

        assertThat(jobs.waiting()).isEqualTo(1);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Running.class);
    }

    @Test
    void cancelledTheReportBeforeIsShownAgain() {
        make();
        QualityReport before = loaded();
        model.assess();
        model.cancel();
        assertThat(model.messageProperty().get()).isEqualTo("Stopping");
        jobs.run(0);

        assertThat(model.stateProperty().get()).isEqualTo(new ViewState.Loaded<>(before));
        assertThat(model.noticeProperty().get()).isEqualTo("Cancelled: no report was made.");
    }

    @Test
    void cancelledTheFirstTimeThereIsNone() {
        model.open(store.cohort());
        jobs.run(0);
        model.cancel();
        jobs.run(0);

        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        model.assess();
        jobs.run(0);
        assertThat(loaded().patients()).isEqualTo(1);
    }

    @Test
    void aFailureIsOneSentence() {
        Cohort cohort = store.cohort();
        store.cohorts().delete(cohort.id());
        model.assess();
        jobs.run(0);

        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ViewState.Failed<>(
                                "There is no cohort called \"" + cohort.name() + "\"."));
    }

    @Test
    void whatIsSavedCanBeReadAndNamesNobody() throws Exception {
        make();
        Path json = folder.resolve("report.json");
        model.saveJson(json);
        jobs.run(0);
        assertThat(model.noticeProperty().get()).isEqualTo("Written to report.json.");
        assertThat(QualityJson.read(Files.readString(json))).contains(loaded().anonymous());

        model.savePdf(folder.resolve("report.pdf"));
        jobs.run(0);
        assertThat(Files.readString(folder.resolve("report.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");

        model.savePdf(folder.resolve("nowhere").resolve("report.pdf"));
        jobs.run(0);
        assertThat(model.noticeProperty().get()).doesNotStartWith("Written");
    }

    @Test
    void aBarSaysWhenItOpensTheFirstOnly() {
        QualityBar bar =
                new QualityBar(
                        "x",
                        QualityBar.Kind.FOUND,
                        "No visit",
                        0.5,
                        "50%",
                        "",
                        "No visit",
                        new PatientList(9, List.of("a", "b")));

        assertThat(QualityViewModel.selection(bar).words()).isEqualTo("No visit (the first 2)");
        assertThat(QualityViewModel.selection(bar).ids()).containsExactlyInAnyOrder("a", "b");
    }
}
