package org.consilium.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.ReferenceLevels.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLevelsTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 6, 10, 9, 0);
    private static final String HAEMOGLOBIN = "718-7";
    private static final String PRESSURE = "8480-6";

    private final ReferenceLevels levels = ShippedTables.read().levels();

    private static Patient patient(Sex sex, @Nullable LocalDate born) {
        return new Patient("p", null, null, sex, born, null, null, null, null, null);
    }

    private static ClinicalEvent result(String loinc, Value value) {
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.LABORATORY,
                new Concept(CodeSystem.LOINC, loinc, "Test"),
                null,
                NOW,
                null,
                value,
                null);
    }

    private @Nullable Level haemoglobin(Sex sex, @Nullable LocalDate born, double grams) {
        return levels.level(patient(sex, born), result(HAEMOGLOBIN, new Quantity(grams, "g/dL")));
    }

    @Test
    void theThresholdIsThatOfSexAndAge() {
        LocalDate adult = LocalDate.of(1980, 1, 1);
        assertThat(haemoglobin(Sex.MALE, adult, 12.5)).isEqualTo(Level.LOW);
        assertThat(haemoglobin(Sex.FEMALE, adult, 12.5)).isEqualTo(Level.NORMAL);
        assertThat(haemoglobin(Sex.FEMALE, adult, 7.9)).isEqualTo(Level.CRITICAL_LOW);
        LocalDate fiveToday = NOW.toLocalDate().minusYears(5);
        assertThat(haemoglobin(Sex.MALE, fiveToday, 11.2)).isEqualTo(Level.LOW);
        assertThat(haemoglobin(Sex.MALE, fiveToday.plusDays(1), 11.2)).isEqualTo(Level.NORMAL);
    }

    @Test
    void whatTheDocumentAsksForMustBeKnown() {
        assertThat(haemoglobin(Sex.UNKNOWN, LocalDate.of(1980, 1, 1), 7)).isNull();
        assertThat(haemoglobin(Sex.MALE, null, 7)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "90, CRITICAL_LOW",
        "100, LOW",
        "105,",
        "118, NORMAL",
        "125,",
        "130, HIGH",
        "180, HIGH",
        "181, CRITICAL_HIGH"
    })
    void betweenTwoStatedLevelsThereIsNone(double pressure, @Nullable Level level) {
        Patient adult = patient(Sex.FEMALE, LocalDate.of(1980, 1, 1));
        assertThat(levels.level(adult, result(PRESSURE, new Quantity(pressure, "mm[Hg]"))))
                .isEqualTo(level);
    }

    @Test
    void theRecordsOwnRangeGoesBeforeThePublishedOne() {
        Patient adult = patient(Sex.MALE, LocalDate.of(1980, 1, 1));
        Reading own =
                levels.read(adult, result(HAEMOGLOBIN, new Quantity(12.5, "g/dL", 12.0, 16.0)));
        assertThat(own).isEqualTo(new Reading(Level.NORMAL, "", ""));
        Reading published = levels.read(adult, result(HAEMOGLOBIN, new Quantity(12.5, "g/dL")));
        assertThat(published).isNotNull();
        assertThat(published == null ? "" : published.source()).contains("WHO").contains("2024");
        assertThat(published == null ? "" : published.normal()).isEqualTo("\u226513");
    }

    @Test
    void lowByTheRecordCanBeCriticalByTheDocument() {
        Patient adult = patient(Sex.MALE, LocalDate.of(1980, 1, 1));
        assertThat(levels.level(adult, result(HAEMOGLOBIN, new Quantity(7.1, "g/dL", 12.0, 16.0))))
                .isEqualTo(Level.CRITICAL_LOW);
    }

    @Test
    void theUnitMustBeThatOfTheDocumentOrBecomeIt() {
        Patient adult = patient(Sex.MALE, LocalDate.of(1980, 1, 1));
        assertThat(levels.level(adult, result(HAEMOGLOBIN, new Quantity(75, "g/L"))))
                .isEqualTo(Level.CRITICAL_LOW);
        assertThat(levels.level(adult, result(HAEMOGLOBIN, new Quantity(7.5, "mmol/L")))).isNull();
        assertThat(levels.level(adult, result(HAEMOGLOBIN, new Quantity(7.5, "")))).isNull();
        assertThat(levels.read(adult, result(HAEMOGLOBIN, new Value.Text("7.5")))).isNull();
    }

    @Test
    void withoutDocumentsTheRecordsOwnRangesAreAll() {
        ReferenceLevels own = ReferenceLevels.recordedOnly();
        Patient adult = patient(Sex.MALE, LocalDate.of(1980, 1, 1));
        assertThat(own.level(adult, result(HAEMOGLOBIN, new Quantity(7, "g/dL")))).isNull();
        assertThat(own.level(adult, result("x", new Quantity(7, "g/dL", null, 6.0))))
                .isEqualTo(Level.HIGH);
        assertThat(own.level(adult, result("x", new Quantity(6, "g/dL", null, 6.0))))
                .isEqualTo(Level.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({"91, CRITICAL_LOW", "92, LOW", "95, LOW", "96, NORMAL"})
    void saturationIsGradedForAdultsOnly(double percent, Level level) {
        ClinicalEvent saturation = result("2708-6", new Quantity(percent, "%"));
        assertThat(levels.level(patient(Sex.MALE, LocalDate.of(1980, 1, 1)), saturation))
                .isEqualTo(level);
        assertThat(levels.level(patient(Sex.MALE, LocalDate.of(2020, 1, 1)), saturation)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2947-0, 120, mmol/L", // the guideline on sodium speaks of serum
        "6298-4, 7, mmol/L", // so does the one on potassium
        "2339-0, 250, mg/dL", // diabetes is told from plasma
        "2085-9, 50, mg/dL", // a high-density lipoprotein that is not low is not called normal
        "2524-7, 1.5, mmol/L" // neither is lactate below what has to be measured again
    })
    void whatTheDocumentDoesNotSayIsNotSaid(String loinc, double amount, String unit) {
        Patient adult = patient(Sex.FEMALE, LocalDate.of(1980, 1, 1));
        assertThat(levels.level(adult, result(loinc, new Quantity(amount, unit)))).isNull();
    }
}
