package org.consilium.ui.cohort;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.Columns;
import org.consilium.ui.common.PatientWords;

/** The first patients of files that are not imported yet, as they will be. */
public final class PreviewTable extends TableView<Timeline> {
    private static final double ROW = 32;
    private static final double HEADER = 44;

    public PreviewTable() {
        getColumns().add(column("Name", 200, row -> PatientWords.name(row.patient())));
        getColumns().add(column("Identifier", 160, row -> row.patient().id()));
        getColumns()
                .add(
                        column(
                                "Born",
                                110,
                                row -> {
                                    var born = row.patient().birthDate();
                                    return born == null
                                            ? PatientWords.NOT_KNOWN
                                            : PatientWords.date(born);
                                }));
        getColumns().add(column("Sex", 80, row -> PatientWords.sex(row.patient().sex())));
        getColumns().add(number("Visits", row -> row.encounters().size()));
        getColumns().add(number("Events", row -> row.events().size()));
        getColumns().add(column("First problem", 220, row -> first(row, EventKind.CONDITION)));
        getColumns().add(column("First medication", 220, row -> first(row, EventKind.MEDICATION)));
        Columns.fit(this);
        setFixedCellSize(ROW);
        setPlaceholder(new Label("No patient in the part that was read."));
        setAccessibleText("The first patients, as they will be imported");
    }

    void show(List<Timeline> patients) {
        getItems().setAll(patients);
        double height = HEADER + ROW * Math.max(1, patients.size());
        setMinHeight(height);
        setPrefHeight(height);
    }

    private static String first(Timeline timeline, EventKind kind) {
        return timeline.events().stream()
                .filter(event -> event.kind() == kind)
                .findFirst()
                .map(ClinicalEvent::concept)
                .map(concept -> concept.display())
                .orElse("\u2013");
    }

    private static TableColumn<Timeline, Object> number(
            String title, Function<Timeline, Object> content) {
        TableColumn<Timeline, Object> column = column(title, 80, content);
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<Timeline, Object> column(
            String title, double width, Function<Timeline, Object> content) {
        TableColumn<Timeline, Object> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        return column;
    }
}
