package org.consilium.ui.mapping;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.consilium.ui.common.Columns;
import org.jspecify.annotations.Nullable;

/** The columns of a file, each with its first cells and what it is: a person chooses. */
public final class ColumnTable extends TableView<ColumnChoice> {
    private static final int SAMPLES = 3;

    public ColumnTable() {
        getColumns().add(words("Column", 170, ColumnChoice::column));
        getColumns()
                .add(
                        words(
                                "Its first cells",
                                260,
                                choice ->
                                        String.join(
                                                " \u00b7 ",
                                                choice.samples().stream()
                                                        .limit(SAMPLES)
                                                        .toList())));
        TableColumn<ColumnChoice, ColumnChoice> role = column("What it is", 260);
        role.setCellFactory(ignored -> new RoleCell());
        getColumns().add(role);
        TableColumn<ColumnChoice, ColumnChoice> detail = column("More about it", 330);
        detail.setCellFactory(ignored -> new DetailCell());
        getColumns().add(detail);
        Columns.fit(this);
        setAccessibleText("The columns of the file, and what each of them is");
    }

    void show(List<ColumnChoice> choices) {
        getItems().setAll(choices);
    }

    private static TableColumn<ColumnChoice, String> words(
            String title, double width, Function<ColumnChoice, String> content) {
        TableColumn<ColumnChoice, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        return column;
    }

    private static TableColumn<ColumnChoice, ColumnChoice> column(String title, double width) {
        TableColumn<ColumnChoice, ColumnChoice> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private static final class RoleCell extends TableCell<ColumnChoice, ColumnChoice> {
        private final ComboBox<ColumnRole> roles = new ComboBox<>();
        private @Nullable ColumnChoice bound;

        RoleCell() {
            roles.getItems().setAll(ColumnRole.values());
            roles.setConverter(
                    new StringConverter<>() {
                        @Override
                        public String toString(@Nullable ColumnRole role) {
                            return role == null ? "" : role.label();
                        }

                        @Override
                        public ColumnRole fromString(String label) {
                            return ColumnRole.UNUSED; // nobody types here
                        }
                    });
            roles.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        protected void updateItem(@Nullable ColumnChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            ColumnChoice before = bound;
            if (before != null) {
                roles.valueProperty().unbindBidirectional(before.roleProperty());
            }
            bound = empty ? null : choice;
            if (bound != null) {
                roles.setAccessibleText("What the column " + bound.column() + " is");
                roles.valueProperty().bindBidirectional(bound.roleProperty());
            }
            setGraphic(bound == null ? null : roles);
        }
    }

    private static final class DetailCell extends TableCell<ColumnChoice, ColumnChoice> {
        private final TextField detail = new TextField();
        private @Nullable ColumnChoice bound;

        @Override
        protected void updateItem(@Nullable ColumnChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            ColumnChoice before = bound;
            if (before != null) {
                detail.textProperty().unbindBidirectional(before.detailProperty());
                detail.visibleProperty().unbind();
                detail.promptTextProperty().unbind();
            }
            bound = empty ? null : choice;
            if (bound != null) {
                detail.setAccessibleText("More about the column " + bound.column());
                detail.textProperty().bindBidirectional(bound.detailProperty());
                detail.visibleProperty()
                        .bind(
                                bound.roleProperty()
                                        .map(role -> role.detail() != ColumnRole.Detail.NONE));
                detail.promptTextProperty()
                        .bind(bound.roleProperty().map(role -> role.detail().prompt()));
            }
            setGraphic(bound == null ? null : detail);
        }
    }
}
