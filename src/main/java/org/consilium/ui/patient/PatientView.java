package org.consilium.ui.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ClinicalTables;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.consilium.ui.recommendation.Advice;
import org.consilium.ui.recommendation.RecommendationsView;
import org.consilium.ui.recommendation.RecommendationsViewModel;
import org.consilium.ui.recommendation.WhyView;

/** One patient: the record, what to consider, and why, as of one visit. */
public final class PatientView {
    private final PatientViewModel patient;
    private final RecommendationsViewModel recommendations;
    private final Node keys;
    private final Parent root;

    /**
     * @param settings keeps whether the timeline is shown
     */
    public PatientView(
            Services services,
            Navigator navigator,
            Cohort cohort,
            PatientSummary summary,
            Settings settings) {
        this(
                new Desk(
                        services.user(),
                        Advice.of(services.recommendations(), services.decisions()),
                        services.tables(),
                        services.jobs(),
                        Views::onUi,
                        Clock.system(ZoneId.systemDefault()),
                        settings),
                cohort,
                summary,
                RecordSource.stored(services.cohorts(), cohort.id(), summary.patient().id()),
                () -> navigator.worklist(cohort));
    }

    /** Who works here, with what. */
    record Desk(
            String user,
            Advice advice,
            ClinicalTables tables,
            JobRunner jobs,
            Executor ui,
            Clock clock,
            Settings settings) {}

    PatientView(
            Desk desk, Cohort cohort, PatientSummary summary, RecordSource source, Runnable back) {
        patient =
                new PatientViewModel(
                        summary.patient(),
                        cohort.synthetic(),
                        source,
                        desk.tables(),
                        desk.jobs(),
                        desk.ui(),
                        LocalDate.now(desk.clock()));
        recommendations =
                new RecommendationsViewModel(
                        desk.advice(),
                        desk.jobs(),
                        desk.ui(),
                        desk.clock(),
                        desk.user(),
                        cohort.id(),
                        summary.patient().id());
        patient.visitProperty()
                .addListener((observed, before, visit) -> {
                    if (visit != null) {
                        recommendations.load(visit.encounter().start());
                    }
                });
        WhyView why = new WhyView(recommendations);
        RecommendationsView list = new RecommendationsView(recommendations, why);
        keys = list.keys();
        PatientController controller =
                new PatientController(
                        patient,
                        recommendations.stateProperty(),
                        desk.tables().ingredients(),
                        desk.settings(),
                        back);
        root = Views.load(controller, "patient.fxml");
        controller.place(list.root(), why.root());
        why.setOnSource(controller::reveal);
        takeKeysOnceLoaded();
        patient.load();
    }

    /** A list that is still hidden takes no keys, so that it can't be given them earlier. */
    private void takeKeysOnceLoaded() {
        InvalidationListener[] once = new InvalidationListener[1];
        once[0] =
                observed -> {
                    if (recommendations.stateProperty().get() instanceof ViewState.Loaded<?>) {
                        recommendations.stateProperty().removeListener(once[0]);
                        Views.later(keys::requestFocus);
                    }
                };
        recommendations.stateProperty().addListener(once[0]);
    }

    public Parent root() {
        return root;
    }

    /** The node that takes the keys once the recommendations are there: their list. */
    Node keys() {
        return keys;
    }

    PatientViewModel patient() {
        return patient;
    }

    RecommendationsViewModel recommendations() {
        return recommendations;
    }
}
