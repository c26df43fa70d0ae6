package org.consilium.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.job.Progress;
import org.consilium.ui.cohort.CohortsView;
import org.consilium.ui.cohort.WorklistView;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Views;
import org.consilium.ui.patient.PatientView;
import org.consilium.ui.quality.QualityView;
import org.consilium.ui.signin.Entry;
import org.consilium.ui.tuning.TuningView;

/**
 * What is around every screen once somebody is in: where one is, who one is, and whether what is
 * shown is real. Worklists and fine-tunings stay as they were left. For the UI thread only.
 */
final class Shell implements Navigator {
    private final Services services;
    private final Settings settings;
    private final ShellController controller;
    private final Parent root;
    private final CohortsView cohorts;
    private final Map<Long, WorklistView> worklists = new HashMap<>();
    private final Map<Long, TuningView> tunings = new HashMap<>();
    private final Map<Long, QualityView> qualities = new HashMap<>();

    Shell(Entry entry, Appearance appearance, Settings settings, Runnable signOut, Runnable keys) {
        services = entry.services();
        this.settings = settings;
        controller =
                new ShellController(this, appearance, services.user(), entry.demo(), signOut, keys);
        root = Views.load(controller, "shell.fxml");
        cohorts = new CohortsView(services, this);
        cohorts();
        servingChanged();
    }

    Parent root() {
        return root;
    }

    /** To where the present place was come from. */
    void back() {
        controller.back();
    }

    /** Whether something is under way that closing the window would cancel. */
    boolean isBusy() {
        return tunings.values().stream().anyMatch(TuningView::isRunning);
    }

    CohortsView cohortsView() {
        return cohorts;
    }

    @Override
    public void cohorts() {
        cohorts.refresh();
        controller.show(new Place.Cohorts(), cohorts.root());
    }

    @Override
    public void worklist(Cohort cohort) {
        show(cohort);
    }

    @Override
    public void worklist(Cohort cohort, PatientSelection selection) {
        show(cohort).select(selection);
    }

    private WorklistView show(Cohort cohort) {
        WorklistView view = worklists.get(cohort.id());
        if (view == null) {
            view = new WorklistView(services, this, cohort, settings);
            worklists.put(cohort.id(), view);
        } else {
            view.refresh();
        }
        controller.show(new Place.Worklist(cohort), view.root());
        focus(view.keys());
        return view;
    }

    @Override
    public void patient(Cohort cohort, PatientSummary patient) {
        PatientView view = new PatientView(services, this, cohort, patient, settings);
        controller.show(new Place.Chart(cohort, patient), view.root());
    }

    @Override
    public void tuning(Cohort cohort) {
        // kept: a run goes on while one looks at something else
        TuningView view =
                tunings.computeIfAbsent(cohort.id(), id -> new TuningView(services, this, cohort));
        controller.show(new Place.Tuning(cohort), view.root());
    }

    @Override
    public void quality(Cohort cohort) {
        // kept: a report goes on being made while one looks at something else
        QualityView view =
                qualities.computeIfAbsent(
                        cohort.id(), id -> new QualityView(services, this, cohort));
        controller.show(new Place.Quality(cohort), view.root());
        view.open(cohort);
    }

    @Override
    public void servingChanged() {
        var _ =
                services.jobs()
                        .io(progress -> services.tuning().deployment().state(), Progress.NONE)
                        .thenAcceptAsync(controller::tell, Views::onUi);
    }

    /** After the layout, since a node that was not laid out yet takes no focus. */
    private static void focus(Node node) {
        Views.later(node::requestFocus);
    }
}
