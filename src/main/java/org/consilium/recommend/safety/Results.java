package org.consilium.recommend.safety;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.Units;
import org.jspecify.annotations.Nullable;

/**
 * A patient's results in the units that rules ask for, and what is estimated from them: glomerular
 * filtration by CKD-EPI 2021 (children: bedside Schwartz) where none is recorded after the latest
 * creatinine, and creatinine clearance by Cockcroft and Gault. Not thread-safe.
 */
final class Results {
    static final String EGFR = "eGFR";
    static final String CLEARANCE = "creatinine clearance";

    private static final int ADULT = 18;
    private static final int KIDNEY_DAYS = 365;
    private static final int WEIGHT_DAYS = 365;
    private static final int CHILD_HEIGHT_DAYS = 90;
    private static final Measure CREATININE =
            new Measure(
                    "creatinine",
                    List.of("2160-0", "38483-4", "14682-9"),
                    "mg/dL",
                    KIDNEY_DAYS,
                    "");
    private static final Measure WEIGHT =
            new Measure("weight", List.of("29463-7", "3141-9"), "kg", WEIGHT_DAYS, "");
    private static final Measure HEIGHT =
            new Measure("height", List.of("8302-2"), "cm", CHILD_HEIGHT_DAYS, "");

    private final KnownPatient known;
    private final Units units;

    Results(KnownPatient known, Units units) {
        this.known = known;
        this.units = units;
    }

    /**
     * A number and where it is from.
     *
     * @param words with unit and date, for a person
     */
    record Result(double value, LocalDate day, String words) {}

    /** The latest that counts; null where there is none. */
    @Nullable Result of(Measure measure) {
        if (measure.name().equals(CLEARANCE)) {
            return clearance();
        }
        Result recorded = recorded(measure);
        if (!measure.name().equals(EGFR)) {
            return recorded;
        }
        Result creatinine = recorded(CREATININE);
        if (recorded != null && (creatinine == null || !creatinine.day().isAfter(recorded.day()))) {
            return recorded;
        }
        Result estimated = creatinine == null ? null : filtration(creatinine);
        return estimated == null ? recorded : estimated;
    }

    private @Nullable Result recorded(Measure measure) {
        Result latest = null;
        for (String code : measure.loinc()) {
            Result result = read(known.results().get(code), measure);
            if (result != null && (latest == null || result.day().isAfter(latest.day()))) {
                latest = result;
            }
        }
        return latest;
    }

    private @Nullable Result read(@Nullable ClinicalEvent event, Measure measure) {
        if (event == null || !(event.value() instanceof Quantity quantity)) {
            return null;
        }
        LocalDate day = event.start().toLocalDate();
        boolean old = ChronoUnit.DAYS.between(day, known.day()) > measure.withinDays();
        double amount = inUnit(event, quantity, measure.unit());
        return old || !(amount >= 0)
                ? null
                : new Result(
                        amount,
                        day,
                        "%s %s on %s"
                                .formatted(
                                        measure.name(),
                                        Words.amount(amount, measure.unit()),
                                        Words.day(day)));
    }

    /** NaN where the recorded unit can't be converted. */
    private double inUnit(ClinicalEvent event, Quantity quantity, String unit) {
        Quantity kept = units.conversion(event.concept(), quantity.unit()).apply(quantity);
        if (kept.unit().equals(unit) || unit.equals(units.ucum(kept.unit()))) {
            return kept.amount();
        }
        boolean micromoles = unit.equals("mg/dL") && "umol/L".equals(units.ucum(kept.unit()));
        // molar mass of creatinine 113.12 g/mol: 88.4 umol/L are 1 mg/dL (KDIGO 2012, table 11)
        return micromoles && CREATININE.loinc().contains(event.concept().code())
                ? kept.amount() / 88.4
                : Double.NaN;
    }

    private @Nullable Result filtration(Result creatinine) {
        Integer age = age(creatinine.day());
        Sex sex = known.patient().sex();
        if (age == null || creatinine.value() <= 0) {
            return null;
        }
        if (age < ADULT) {
            Result height = recorded(HEIGHT);
            return age < 1 || height == null
                    ? null
                    : estimated(
                            KidneyFunction.bedsideSchwartz(creatinine.value(), height.value()),
                            creatinine,
                            EGFR,
                            "mL/min/{1.73_m2}");
        }
        return sex != Sex.FEMALE && sex != Sex.MALE
                ? null
                : estimated(
                        KidneyFunction.ckdEpi2021(creatinine.value(), age, sex),
                        creatinine,
                        EGFR,
                        "mL/min/{1.73_m2}");
    }

    private @Nullable Result clearance() {
        Result creatinine = recorded(CREATININE);
        Result weight = recorded(WEIGHT);
        Sex sex = known.patient().sex();
        Integer age = age(known.day());
        if (creatinine == null
                || weight == null
                || age == null
                || age < ADULT
                || creatinine.value() <= 0
                || sex != Sex.FEMALE && sex != Sex.MALE) {
            return null;
        }
        double value = KidneyFunction.cockcroftGault(creatinine.value(), age, weight.value(), sex);
        return estimated(value, creatinine, CLEARANCE, "mL/min");
    }

    private static Result estimated(double value, Result from, String name, String unit) {
        return new Result(
                value,
                from.day(),
                "%s %s, estimated from %s"
                        .formatted(name, Words.amount(value, unit), from.words()));
    }

    private @Nullable Integer age(LocalDate day) {
        Patient patient = known.patient();
        return patient.birthDate() == null
                ? null
                : Integer.valueOf(Period.between(patient.birthDate(), day).getYears());
    }
}
