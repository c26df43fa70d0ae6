package org.consilium.ui.cohort;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.consilium.ui.common.Columns;
import org.consilium.ui.common.CutText;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/** The worklist's columns; which of them are shown is the person's choice. */
public final class PatientTable extends TableView<PatientRow> {
    public PatientTable() {
        getColumns().add(column("Name", 260, PatientRow::name));
        getColumns().add(dates("Born", PatientRow::born));
        TableColumn<PatientRow, Integer> age = column("Age", 70, PatientRow::years);
        age.getStyleClass().add("number");
        age.setCellFactory(ignored -> new AgeCell());
        getColumns().add(age);
        getColumns().add(column("Sex", 90, PatientRow::sex));
        getColumns().add(number("Problems", row -> row.summary().activeConditions()));
        getColumns().add(number("Medications", row -> row.summary().activeMedications()));
        getColumns().add(number("Visits", row -> row.summary().encounters()));
        getColumns().add(dates("Last visit", PatientRow::lastVisit));
        TableColumn<PatientRow, String> identifier =
                column("Identifier", 290, row -> row.summary().patient().id());
        identifier.setVisible(false);
        getColumns().add(identifier);
        setTableMenuButtonVisible(true);
        Columns.fit(this);
        setAccessibleText("Patients; Enter opens one");
    }

    private static TableColumn<PatientRow, Integer> number(
            String title, Function<PatientRow, Integer> content) {
        TableColumn<PatientRow, Integer> column = column(title, 110, content);
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<PatientRow, LocalDate> dates(
            String title, Function<PatientRow, @Nullable LocalDate> content) {
        TableColumn<PatientRow, LocalDate> column = column(title, 120, content);
        column.getStyleClass().add("number");
        column.setCellFactory(ignored -> new DateCell());
        return column;
    }

    private static <T> TableColumn<PatientRow, T> column(
            String title, double width, Function<PatientRow, ? extends @Nullable T> content) {
        TableColumn<PatientRow, T> column = new TableColumn<>(title);
        column.setId(title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        return column;
    }

    private static final class DateCell extends TableCell<PatientRow, LocalDate> {
        DateCell() {
            CutText.tell(this);
        }

        @Override
        protected void updateItem(@Nullable LocalDate date, boolean empty) {
            super.updateItem(date, empty);
            setText(empty ? "" : date == null ? PatientWords.NOT_KNOWN : PatientWords.date(date));
        }
    }

    /** Sorted by years, told as people tell it: small children in months and weeks. */
    private static final class AgeCell extends TableCell<PatientRow, Integer> {
        @Override
        protected void updateItem(@Nullable Integer years, boolean empty) {
            super.updateItem(years, empty);
            PatientRow row = empty ? null : getTableRow() == null ? null : getTableRow().getItem();
            setText(row == null ? "" : row.age());
        }
    }
}
