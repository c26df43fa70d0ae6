package org.consilium.ui.mapping;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.consilium.importing.mapping.MappedRow;
import org.consilium.ui.common.Columns;
import org.jspecify.annotations.Nullable;

/** The first rows as a mapping makes them; rejected ones are marked. */
public final class TrialTable extends TableView<MappedRow> {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    public TrialTable() {
        TableColumn<MappedRow, Object> line = column("Line", 60, MappedRow::line);
        line.getStyleClass().add("number");
        line.setMinWidth(70);
        line.setMaxWidth(90);
        getColumns().add(line);
        getColumns().add(column("Patient", 240, MappedWords::patient));
        TableColumn<MappedRow, Object> entries =
                column("What is recorded", 560, MappedWords::entries);
        entries.setMinWidth(420);
        getColumns().add(entries);
        setRowFactory(ignored -> new MarkedRow());
        Columns.fit(this);
        setPlaceholder(new Label("No row yet."));
        setAccessibleText("The first rows, as they would be taken");
    }

    void show(List<MappedRow> rows) {
        getItems().setAll(rows);
    }

    private static TableColumn<MappedRow, Object> column(
            String title, double width, Function<MappedRow, Object> content) {
        TableColumn<MappedRow, Object> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        return column;
    }

    private static final class MarkedRow extends TableRow<MappedRow> {
        @Override
        protected void updateItem(@Nullable MappedRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(REJECTED, row != null && row.rejected() != null);
        }
    }
}
