package org.consilium.ui.common;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Tables whose columns share the width, and scroll where it is not enough; a cell without a form of
 * its own is a {@link TextCell}.
 */
public final class Columns {
    /** So much of its width a column can do with. */
    private static final double NEEDED = .9;

    private Columns() {}

    /** From now on: a date that is cut is none. */
    public static void fit(TableView<?> table) {
        table.getColumns().forEach(Columns::tellWhole);
        table.widthProperty().addListener((observed, before, now) -> fit(table, now.doubleValue()));
        fit(table, Double.MAX_VALUE);
    }

    private static <S, T> void tellWhole(TableColumn<S, T> column) {
        if (TableColumn.DEFAULT_CELL_FACTORY.equals(column.getCellFactory())) {
            column.setCellFactory(ignored -> new TextCell<>());
        }
    }

    private static void fit(TableView<?> table, double width) {
        double needed =
                table.getVisibleLeafColumns().stream()
                        .mapToDouble(column -> NEEDED * column.getPrefWidth())
                        .sum();
        table.setColumnResizePolicy(
                width < needed
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    }
}
