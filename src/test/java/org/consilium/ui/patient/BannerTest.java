package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.ui.SamplePatient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannerTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);

    private static Patient patient(
            @Nullable String family,
            @Nullable String given,
            @Nullable LocalDate born,
            @Nullable LocalDate died) {
        return new Patient("7", family, given, Sex.UNKNOWN, born, died, null, null, null, null);
    }

    @Test
    void capitalsForTheFamilyNameAndDatesWithTheMonthInLetters() {
        Banner banner = Banner.of(SamplePatient.patient(), SamplePatient.timeline(), TODAY, true);
        assertThat(banner.name()).isEqualTo("OKONKWO-HALE, Miriam");
        assertThat(banner.born()).isEqualTo("05-Sep-1961 (63y)");
        assertThat(banner.sex()).isEqualTo("Female");
        assertThat(banner.allergiesInBrief())
                .isEqualTo(
                        "Allergy to amoxicillin: Anaphylaxis (severe), Urticaria (moderate), …;"
                                + " high risk\nLatex allergy");
        assertThat(banner.allergiesInFull()).contains("Angioedema of the lips", "Nausea (mild)");
        assertThat(banner.synthetic()).isTrue();
    }

    @Test
    void whatIsNotRecordedIsSaidToBeNotKnown() {
        Patient nobody = patient(null, null, null, null);
        Banner banner = Banner.of(nobody, new Timeline(nobody, List.of(), List.of()), TODAY, false);
        assertThat(banner.name()).isEqualTo("Name not known");
        assertThat(banner.born()).isEqualTo("Not known");
        assertThat(banner.sex()).isEqualTo("Not known");
        assertThat(banner.allergiesInBrief()).isEqualTo("Not known");
    }

    @Test
    void theGraverAllergyComesFirstAndEachIsNamedOnceHoweverManyThereAre() {
        Patient nobody = patient(null, null, null, null);
        List<ClinicalEvent> events =
                List.of(
                        allergy("Kiwi", null),
                        allergy("Latex", "Rash"),
                        allergy("Nuts", "Cough; high risk"),
                        allergy("Latex", "Itch"),
                        allergy("Latex", "Rash"),
                        allergy("Dust", "x".repeat(400)));
        Banner banner = Banner.of(nobody, new Timeline(nobody, List.of(), events), TODAY, false);
        assertThat(banner.allergiesInBrief())
                .isEqualTo("Nuts: high risk \u00b7 Kiwi \u00b7 Latex \u00b7 Dust");
        assertThat(banner.allergiesInFull())
                .contains("\nKiwi\nLatex: Rash; Itch\n", "x".repeat(200));
    }

    private static ClinicalEvent allergy(String substance, @Nullable String does) {
        return new ClinicalEvent(
                EventKind.ALLERGY,
                Category.NONE,
                new Concept(CodeSystem.TEXT, substance, substance),
                null,
                TODAY.atStartOfDay(),
                null,
                does == null ? null : new Value.Text(does),
                null);
    }

    @Test
    void theAgeOfTheDeadIsTheirAgeAtDeath() {
        Patient dead = patient("Lund", null, LocalDate.of(1940, 1, 1), LocalDate.of(2001, 6, 1));
        Banner banner = Banner.of(dead, null, TODAY, false);
        assertThat(banner.name()).isEqualTo("LUND");
        assertThat(banner.born()).isEqualTo("01-Jan-1940 (61y)");
        assertThat(banner.died()).isEqualTo("01-Jun-2001");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-20,1w",
        "2024-11-30,3m",
        "2023-03-02,23m",
        "2023-03-01,2y",
        "2026-01-01,age not known"
    })
    void smallChildrenHaveTheirAgeInWeeksAndMonths(LocalDate born, String age) {
        assertThat(Banner.of(patient("A", "B", born, null), null, TODAY, false).born())
                .endsWith("(" + age + ")");
    }
}
