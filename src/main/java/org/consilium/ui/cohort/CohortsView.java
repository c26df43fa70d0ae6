package org.consilium.ui.cohort;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import org.consilium.quality.QualityMark;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Views;
import org.consilium.ui.mapping.MappingView;
import org.consilium.ui.mapping.MappingViewModel;

/** The cohorts there are, and how more come in. */
public final class CohortsView {
    private final CohortsViewModel cohorts;
    private final ImportViewModel imports;
    private final ExportViewModel exports;
    private final Parent root;

    public CohortsView(Services services, Navigator navigator) {
        cohorts = new CohortsViewModel(() -> entries(services), services.jobs(), Views::onUi);
        imports =
                new ImportViewModel(
                        services.imports(), services.jobs(), Views::onUi, report -> cohorts.load());
        MappingViewModel mapping =
                new MappingViewModel(services.imports().mappings(), services.jobs(), Views::onUi);
        Parent step = new MappingView(mapping, imports::mapped, imports::cancel).root();
        Parent importing =
                Views.load(
                        new ImportController(imports, mapping, step, services.jobs()),
                        "import.fxml");
        exports = new ExportViewModel(services.exports(), services.jobs(), Views::onUi);
        Parent exporting = Views.load(new ExportController(exports), "export.fxml");
        root =
                Views.load(
                        new CohortsController(
                                cohorts, imports, importing, exports, exporting, navigator),
                        "cohorts.fxml");
        cohorts.load();
    }

    private static List<CohortEntry> entries(Services services) {
        Map<Long, QualityMark> marks = services.quality().marks();
        return services.cohorts().list().stream()
                .map(cohort -> new CohortEntry(cohort, marks.get(cohort.id())))
                .toList();
    }

    public Parent root() {
        return root;
    }

    /** Reads the list anew. */
    public void refresh() {
        cohorts.load();
    }

    /** As if these files had been dropped on the screen. */
    public void offer(List<Path> paths) {
        imports.offer(paths);
    }

    /** As if this folder had been chosen for the export that is offered. */
    public void export(Path parent) {
        exports.start(parent);
    }
}
