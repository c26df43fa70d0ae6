package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientGroupTest {
    private static PatientTraits born(@Nullable LocalDate day) {
        return new PatientTraits(Sex.FEMALE, day, " White ", null, "", "North/a");
    }

    @ParameterizedTest
    @CsvSource({
        "2002-06-02, 0-17",
        "2002-06-01, 18-39",
        "1980-06-02, 18-39",
        "1980-06-01, 40-64",
        "1955-06-01, 65-79",
        "1940-06-01, 80+",
        "2021-01-01, not recorded"
    })
    void bandOfTheAgeAtTheVisit(LocalDate birthDate, String band) {
        assertThat(PatientGroup.of(born(birthDate), LocalDate.of(2020, 6, 1)))
                .contains(new PatientGroup(PatientGroup.Dimension.AGE, band));
    }

    @Test
    void everyPatientIsInOneGroupInEachRespect() {
        assertThat(PatientGroup.of(born(null), LocalDate.of(2020, 6, 1)))
                .containsExactly(
                        new PatientGroup(PatientGroup.Dimension.SEX, "female"),
                        new PatientGroup(PatientGroup.Dimension.AGE, PatientGroup.NOT_RECORDED),
                        new PatientGroup(PatientGroup.Dimension.RACE, "white"),
                        new PatientGroup(
                                PatientGroup.Dimension.ETHNICITY, PatientGroup.NOT_RECORDED),
                        new PatientGroup(
                                PatientGroup.Dimension.LANGUAGE, PatientGroup.NOT_RECORDED));
    }
}
