package org.consilium.tuning;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Patients who are alike in one respect, as their records have it.
 *
 * @param value in lower case, or {@link #NOT_RECORDED}
 */
public record PatientGroup(Dimension dimension, String value) {
    /** Groups of fewer test patients are not reported: chance, and people who might be known. */
    public static final int FEWEST_PATIENTS = 20;

    /** The group of those of whom it is not known. */
    public static final String NOT_RECORDED = "not recorded";

    /** In which respect. */
    public enum Dimension {
        SEX("Sex"),
        AGE("Age at the visit"),
        RACE("Race"),
        ETHNICITY("Ethnicity"),
        LANGUAGE("Language");

        private final String label;

        Dimension(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Every group that a patient is in at a visit, one in each respect. */
    static List<PatientGroup> of(PatientTraits traits, LocalDate visit) {
        return List.of(
                new PatientGroup(Dimension.SEX, traits.sex().name().toLowerCase(Locale.ROOT)),
                new PatientGroup(Dimension.AGE, ageBand(traits.birthDate(), visit)),
                new PatientGroup(Dimension.RACE, words(traits.race())),
                new PatientGroup(Dimension.ETHNICITY, words(traits.ethnicity())),
                new PatientGroup(Dimension.LANGUAGE, words(traits.language())));
    }

    private static String ageBand(@Nullable LocalDate born, LocalDate visit) {
        if (born == null || born.isAfter(visit)) {
            return NOT_RECORDED;
        }
        int age = Period.between(born, visit).getYears();
        if (age < 18) {
            return "0-17";
        }
        if (age < 40) {
            return "18-39";
        }
        if (age < 65) {
            return "40-64";
        }
        return age < 80 ? "65-79" : "80+";
    }

    private static String words(@Nullable String recorded) {
        return recorded == null || recorded.isBlank()
                ? NOT_RECORDED
                : recorded.strip().toLowerCase(Locale.ROOT);
    }
}
