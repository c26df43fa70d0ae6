package org.consilium.ui.mapping;

import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.mapping.MappedRow;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of a row, in words. */
final class MappedWords {
    private MappedWords() {}

    static String patient(MappedRow row) {
        Patient patient = row.patient();
        if (patient == null) {
            return "";
        }
        StringBuilder words = new StringBuilder(patient.id());
        words.append(" \u00b7 ").append(PatientWords.sex(patient.sex()));
        if (patient.birthDate() != null) {
            words.append(" \u00b7 born ").append(PatientWords.date(patient.birthDate()));
        }
        return words.toString();
    }

    static String entries(MappedRow row) {
        ImportIssue rejected = row.rejected();
        if (rejected != null) {
            return rejected.field() == null
                    ? "Rejected: " + rejected.reason()
                    : "Rejected, %s: %s".formatted(rejected.field(), rejected.reason());
        }
        if (row.events().isEmpty()) {
            return row.visit() == null ? "Only about the patient" : "A visit";
        }
        return row.events().stream().map(MappedWords::entry).collect(Collectors.joining("; "));
    }

    private static String entry(ClinicalEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s: %s%s, %s"
                .formatted(
                        kind,
                        event.concept().display(),
                        value(event.value()),
                        PatientWords.date(event.start().toLocalDate()));
    }

    private static String value(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Quantity quantity ->
                    (" " + number(quantity.amount()) + " " + quantity.unit()).stripTrailing();
            case Value.Coded coded -> " " + coded.concept().display();
            case Value.Text text -> " " + text.text();
        };
    }

    private static String number(double amount) {
        return amount == Math.rint(amount) && Math.abs(amount) < 1e15
                ? String.valueOf((long) amount)
                : String.valueOf(amount);
    }
}
