package org.consilium.recommend.safety;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.recommend.safety.KnownPatient.Allergy;
import org.consilium.recommend.safety.KnownPatient.Taken;

/**
 * Whether rules hold of one patient at one time. A rule holds when all its conditions do; it is
 * unknown when none fails and one is unknown (Kleene's strong three-valued logic). Not thread-safe.
 */
final class Evaluation {
    private final KnownPatient known;
    private final Results results;

    Evaluation(KnownPatient known, Results results) {
        this.known = known;
        this.results = results;
    }

    Outcome of(SafetyRule rule, Set<String> item) {
        Set<String> because = new LinkedHashSet<>();
        Outcome.Unknown unknown = null;
        boolean mild = false;
        if (!rule.medicine().touches(item)
                && rule.when().stream().noneMatch(Criterion.With.class::isInstance)) {
            return Outcome.FAILS;
        }
        for (Criterion criterion : rule.when()) {
            switch (test(rule, criterion, item)) {
                case Outcome.Fails fails -> {
                    return fails;
                }
                case Outcome.Unknown missing -> unknown = missing;
                case Outcome.Holds holds -> {
                    because.add(holds.because());
                    mild |= holds.mild();
                }
            }
        }
        return unknown == null ? new Outcome.Holds(String.join("; ", because), mild) : unknown;
    }

    private Outcome test(SafetyRule rule, Criterion criterion, Set<String> item) {
        return switch (criterion) {
            case Criterion.With with -> with(rule, with, item);
            case Criterion.Another(Term of) -> taken(of.substances(), item, 1, 0);
            case Criterion.SameIngredient same -> sameIngredient(item);
            case Criterion.AllergicTo(Term to) ->
                    allergy(allergy -> to.touches(allergy.reading().substances()));
            case Criterion.AllergicToIt it ->
                    allergy(allergy ->
                            allergy.reading().substances().stream().anyMatch(item::contains));
            case Criterion.Has(Problem problem) -> has(problem);
            case Criterion.HasNo(Problem problem) ->
                    known.problems().containsKey(problem)
                            ? Outcome.FAILS
                            : new Outcome.Holds("has no %s on record".formatted(problem.name()));
            case Criterion.Measured measured -> measured(measured);
            case Criterion.Aged aged -> aged(aged);
        };
    }

    /** The item may stand on either side. */
    private Outcome with(SafetyRule rule, Criterion.With with, Set<String> item) {
        Outcome outcome = Outcome.FAILS;
        if (rule.medicine().touches(item)) {
            outcome = taken(with.other().substances(), item, with.least(), with.washoutDays());
        }
        if (outcome instanceof Outcome.Fails && with.other().touches(item)) {
            outcome = taken(rule.medicine().substances(), item, with.least(), with.washoutDays());
        }
        return outcome;
    }

    private Outcome taken(Set<String> wanted, Set<String> item, int least, int washoutDays) {
        Set<String> different = new HashSet<>();
        Set<String> because = new LinkedHashSet<>();
        for (Taken one : known.taken()) {
            boolean counts = false;
            for (String substance : one.substances()) {
                if (wanted.contains(substance)
                        && !item.contains(substance)
                        && one.stopped() <= washoutDays) {
                    different.add(substance);
                    counts = true;
                }
            }
            if (counts) {
                because.add(
                        one.stopped() == 0
                                ? "takes " + Words.since(one.event())
                                : "took %s until %d days ago"
                                        .formatted(Words.name(one.event()), one.stopped()));
            }
        }
        return different.size() >= least
                ? new Outcome.Holds(String.join(" and ", because))
                : Outcome.FAILS;
    }

    private Outcome sameIngredient(Set<String> item) {
        for (Taken one : known.taken()) {
            if (one.stopped() == 0 && one.substances().stream().anyMatch(item::contains)) {
                return new Outcome.Holds("takes " + Words.since(one.event()));
            }
        }
        return Outcome.FAILS;
    }

    private Outcome allergy(Predicate<Allergy> wanted) {
        List<Allergy> found = known.allergies().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return Outcome.FAILS;
        }
        Allergy worst =
                found.stream()
                        .filter(allergy -> !allergy.intolerance())
                        .findFirst()
                        .orElse(found.getFirst());
        return new Outcome.Holds(
                "has an %s on record: %s"
                        .formatted(
                                worst.intolerance() ? "intolerance" : "allergy",
                                Words.name(worst.event())),
                worst.intolerance());
    }

    private Outcome has(Problem problem) {
        ClinicalEvent event = known.problems().get(problem);
        if (event != null) {
            return new Outcome.Holds("has on record: " + Words.since(event));
        }
        Problem.Women asked = problem.askedOf();
        return asked != null && asked.include(known.patient(), known.day())
                ? new Outcome.Unknown(
                        "no %s is on record, which is no sign that there is none"
                                .formatted(problem.name()))
                : Outcome.FAILS;
    }

    private Outcome measured(Criterion.Measured measured) {
        Results.Result result = results.of(measured.measure());
        if (result == null) {
            return new Outcome.Unknown(measured.measure().missing());
        }
        return measured.test().test(result.value())
                ? new Outcome.Holds("has on record: " + result.words())
                : Outcome.FAILS;
    }

    private Outcome aged(Criterion.Aged aged) {
        LocalDate born = known.patient().birthDate();
        if (born == null) {
            return new Outcome.Unknown("the date of birth is not known");
        }
        boolean younger = born.plus(aged.bound()).isAfter(known.day());
        Period age = Period.between(born, known.day());
        return younger == aged.below()
                ? new Outcome.Holds(
                        age.getYears() < 2
                                ? "is %d months old".formatted(age.toTotalMonths())
                                : "is %d years old".formatted(age.getYears()))
                : Outcome.FAILS;
    }
}
