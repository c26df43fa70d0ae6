package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a day, typed as 03-Mar-2014 or 2014-03-03 or taken from a calendar. What is typed
 * and no day, or cannot be chosen, is put back. For the UI thread only.
 */
public final class DayPicker extends DatePicker {
    private static final List<DateTimeFormatter> TYPED =
            List.of(
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern("d[-][ ]MMM[-][ ]uuuu")
                            .toFormatter(Locale.US)
                            .withResolverStyle(ResolverStyle.STRICT),
                    DateTimeFormatter.ISO_LOCAL_DATE);

    private Predicate<LocalDate> choosable = day -> true;

    public DayPicker() {
        setConverter(new Words());
        setDayCellFactory(picker -> new ChoosableOnly());
    }

    /** Which days can be chosen; asked again whenever a calendar is shown. */
    void setChoosable(Predicate<LocalDate> days) {
        choosable = days;
    }

    /** The day that is typed; null where it is none. */
    static @Nullable LocalDate parse(String words) {
        for (DateTimeFormatter form : TYPED) {
            try {
                return LocalDate.parse(words.strip(), form);
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return null;
    }

    private final class Words extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : PatientWords.date(date);
        }

        @Override
        public @Nullable LocalDate fromString(String words) {
            LocalDate day = parse(words);
            return day != null && choosable.test(day) ? day : getValue();
        }
    }

    private final class ChoosableOnly extends DateCell {
        @Override
        public void updateItem(LocalDate date, boolean empty) {
            super.updateItem(date, empty);
            setDisable(empty || !choosable.test(date));
        }
    }
}
