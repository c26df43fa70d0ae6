package org.consilium.ui.recommendation;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/** Until which day a recommendation is put off. */
public final class SnoozePane extends DecisionPane {
    private static final int[] MONTHS = {1, 3, 6, 12};
    private static final int USUAL = 3;

    private final DatePicker day;
    private LocalDate visit = LocalDate.EPOCH;
    private BiConsumer<LocalDate, String> onChosen = (until, note) -> {};

    public SnoozePane() {
        this(new DatePicker(), new FlowPane());
    }

    private SnoozePane(DatePicker day, FlowPane content) {
        super("Put it off until when?", "Put off", "snooze", content);
        this.day = day;
        content.getStyleClass().add("snooze-days");
        content.getChildren().add(day);
        day.setId("snooze-day");
        day.setEditable(false);
        day.setAccessibleText("The first day on which it is shown again");
        day.setConverter(new Words());
        day.setDayCellFactory(picker -> new LaterOnly());
        for (int months : MONTHS) {
            Button button = new Button(words(months));
            button.setId("snooze-" + months);
            button.setAccessibleText("Put it off for " + words(months));
            button.setOnAction(event -> day.setValue(visit.plusMonths(months)));
            content.getChildren().add(button);
        }
        act().disableProperty().bind(day.valueProperty().isNull());
    }

    private static String words(int months) {
        return months == 1 ? "1 month" : months == 12 ? "1 year" : months + " months";
    }

    void setOnChosen(BiConsumer<LocalDate, String> action) {
        onChosen = action;
    }

    /**
     * @param of the day of the visit, which the days count from
     */
    void open(LocalDate of) {
        visit = of;
        day.setValue(visit.plusMonths(USUAL));
        reveal();
        day.requestFocus();
    }

    @Override
    void choose() {
        LocalDate until = day.getValue();
        if (until != null && until.isAfter(visit)) {
            close();
            onChosen.accept(until, note());
        }
    }

    private static final class Words extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : PatientWords.date(date);
        }

        @Override
        public @Nullable LocalDate fromString(String words) {
            return null;
        }
    }

    private final class LaterOnly extends DateCell {
        @Override
        public void updateItem(LocalDate date, boolean empty) {
            super.updateItem(date, empty);
            setDisable(empty || !date.isAfter(visit));
        }
    }
}
