package org.consilium.ui.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.consilium.ui.common.Settings;

/**
 * Which columns a person wants, in what order, how wide, and what they sort by: kept from one start
 * to the next, under the columns' ids. For the UI thread only.
 */
final class ColumnMemory {
    private static final String BETWEEN = ";";

    private final TableView<?> table;
    private final Settings settings;
    private final String name;

    /** Widths when the mouse was pressed. */
    private final Map<TableColumn<?, ?>, Double> shown = new HashMap<>();

    private ColumnMemory(TableView<?> table, Settings settings, String name) {
        this.table = table;
        this.settings = settings;
        this.name = name;
    }

    /** Gives a table the columns that were chosen last, and keeps what is chosen from now on. */
    static <T> void keep(TableView<T> table, Settings settings, String name) {
        ColumnMemory memory = new ColumnMemory(table, settings, name);
        recall(table, settings, name);
        InvalidationListener changed = observed -> memory.save();
        table.getColumns().addListener(changed);
        table.getSortOrder().addListener(changed);
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        }
        // widths change with the window, too: only those count that a person has dragged
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> memory.pressed());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> memory.dragged());
    }

    private static <T> void recall(TableView<T> table, Settings settings, String name) {
        ObservableList<TableColumn<T, ?>> columns = table.getColumns();
        List<TableColumn<T, ?>> order = new ArrayList<>();
        for (String words : parts(settings.get(name + ".columns", ""))) {
            String[] part = words.split(" ");
            for (TableColumn<T, ?> column : columns) {
                if (part.length == 3 && part[0].equals(column.getId())) {
                    column.setVisible(Boolean.parseBoolean(part[1]));
                    column.setPrefWidth(width(part[2], column.getPrefWidth()));
                    order.add(column);
                }
            }
        }
        // a column that is new since then comes last
        columns.stream().filter(column -> !order.contains(column)).forEach(order::add);
        columns.setAll(order);
        for (String words : parts(settings.get(name + ".sort", ""))) {
            String[] part = words.split(" ");
            for (TableColumn<T, ?> column : columns) {
                if (part.length == 2 && part[0].equals(column.getId())) {
                    column.setSortType(
                            part[1].equals("down") ? SortType.DESCENDING : SortType.ASCENDING);
                    table.getSortOrder().add(column);
                }
            }
        }
    }

    private static List<String> parts(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(BETWEEN));
    }

    private static double width(String words, double otherwise) {
        try {
            double width = Double.parseDouble(words);
            return width >= 20 && width <= 4000 ? width : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private void dragged() {
        boolean any = false;
        for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
            double before = shown.getOrDefault(column, column.getWidth());
            if (Math.abs(before - column.getWidth()) > 1) {
                column.setPrefWidth(column.getWidth());
                any = true;
            }
        }
        if (any) {
            save();
        }
    }

    private void pressed() {
        shown.clear();
        table.getVisibleLeafColumns().forEach(each -> shown.put(each, each.getWidth()));
    }

    private void save() {
        settings.put(
                name + ".columns",
                table.getColumns().stream()
                        .map(column ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %s %.0f",
                                        column.getId(),
                                        column.isVisible(),
                                        column.getPrefWidth()))
                        .collect(Collectors.joining(BETWEEN)));
        settings.put(
                name + ".sort",
                table.getSortOrder().stream()
                        .map(column ->
                                column.getId()
                                        + (column.getSortType() == SortType.DESCENDING
                                                ? " down"
                                                : " up"))
                        .collect(Collectors.joining(BETWEEN)));
    }
}
