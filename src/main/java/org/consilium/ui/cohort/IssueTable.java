package org.consilium.ui.cohort;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportReport;
import org.consilium.ui.common.Columns;
import org.jspecify.annotations.Nullable;

/** What was rejected or not understood, a row each. */
public final class IssueTable extends TableView<ImportIssue> {

    public IssueTable() {
        getColumns().add(column("File", 200, ImportIssue::file));
        TableColumn<ImportIssue, Object> line = column("Line", 80, ImportIssue::line);
        line.getStyleClass().add("number");
        line.setMinWidth(70);
        line.setMaxWidth(90);
        getColumns().add(line);
        getColumns().add(column("Resource", 160, ImportIssue::resource));
        getColumns().add(column("Field", 140, ImportIssue::field));
        TableColumn<ImportIssue, Object> reason = column("Reason", 460, ImportIssue::reason);
        reason.setMinWidth(460);
        getColumns().add(reason);
        Columns.fit(this);
        setPlaceholder(new Label("Every row was understood."));
        setAccessibleText("What was rejected, and why");
    }

    void show(ImportReport report) {
        getItems().setAll(report.issues());
    }

    private static TableColumn<ImportIssue, Object> column(
            String title, double width, Function<ImportIssue, @Nullable Object> content) {
        TableColumn<ImportIssue, Object> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        return column;
    }
}
