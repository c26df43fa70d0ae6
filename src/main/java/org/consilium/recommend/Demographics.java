package org.consilium.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;

/**
 * Age and sex as facts. Age bands are months in the first two years and single years up to 18 (the
 * childhood immunisation schedule and well-child visits turn on them), five years after that, open
 * at 90.
 */
final class Demographics {
    private Demographics() {}

    static List<FactOccurrence> of(Patient patient, LocalDateTime at) {
        List<FactOccurrence> facts = new ArrayList<>();
        if (patient.sex() == Sex.FEMALE || patient.sex() == Sex.MALE) {
            String sex = patient.sex().name().toLowerCase(Locale.ROOT);
            facts.add(demographic("sex-" + sex, patient.sex() == Sex.FEMALE ? "Female" : "Male"));
        }
        LocalDate born = patient.birthDate();
        if (born != null && !born.isAfter(at.toLocalDate())) {
            String band = ageBand(Period.between(born, at.toLocalDate()));
            facts.add(demographic("age-" + band.replace(' ', '-'), "Age " + band));
        }
        return facts;
    }

    private static String ageBand(Period age) {
        if (age.getYears() < 2) {
            return age.toTotalMonths() + " months";
        }
        if (age.getYears() < 19) {
            return age.getYears() + " years";
        }
        if (age.getYears() >= 90) {
            return "90 years or more";
        }
        int from = age.getYears() < 20 ? 19 : age.getYears() / 5 * 5;
        int to = age.getYears() < 20 ? 19 : from + 4;
        return from == to ? from + " years" : from + " to " + to + " years";
    }

    private static FactOccurrence demographic(String code, String display) {
        Concept concept = new Concept(CodeSystem.CONSILIUM, code, display);
        return new FactOccurrence(new Fact(concept, Role.DEMOGRAPHIC), null, null);
    }
}
