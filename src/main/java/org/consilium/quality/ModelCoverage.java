package org.consilium.quality;

import java.util.List;
import java.util.function.ToLongFunction;
import org.consilium.clinical.EventKind;

/**
 * How much of what is recorded an installed base model knows.
 *
 * @param kinds those that the cohort has, in the order of {@link EventKind}
 * @param strangers patients of whose events the model knows less than half
 */
public record ModelCoverage(String model, List<Kind> kinds, PatientList strangers) {
    /**
     * @param events of this kind
     * @param known events whose concept the model reasons from or can suggest
     * @param suggested events whose concept the model can suggest; 0 for kinds that are no
     *     suggestions
     * @param concepts different ones
     * @param conceptsKnown of them known so
     * @param patients who have events that it does not know
     */
    public record Kind(
            EventKind kind,
            long events,
            long known,
            long suggested,
            int concepts,
            int conceptsKnown,
            PatientList patients) {

        Kind anonymous() {
            return new Kind(
                    kind, events, known, suggested, concepts, conceptsKnown, patients.anonymous());
        }
    }

    /** From here a model fits, below the other it hardly does: our convention, not a standard. */
    private static final double FITS = 0.8;

    private static final double PARTLY = 0.5;

    public ModelCoverage {
        kinds = List.copyOf(kinds);
    }

    public long events() {
        return sum(Kind::events);
    }

    public long known() {
        return sum(Kind::known);
    }

    public long concepts() {
        return sum(Kind::concepts);
    }

    public long conceptsKnown() {
        return sum(Kind::conceptsKnown);
    }

    private long sum(ToLongFunction<Kind> number) {
        return kinds.stream().mapToLong(number).sum();
    }

    /** What the numbers mean for a person. */
    public String reading() {
        if (events() == 0) {
            return "There is nothing recorded that it could know.";
        }
        String numbers =
                "It knows %s of what is recorded (%s of the different codes). "
                        .formatted(
                                Shares.words(known(), events()),
                                Shares.words(conceptsKnown(), concepts()));
        double share = (double) known() / events();
        if (share >= FITS) {
            return numbers + "It fits this cohort; fine-tuning adds what is particular to it.";
        }
        return numbers
                + (share >= PARTLY
                        ? "It fits in part: fine-tune before relying on it."
                        : "Most of these records mean nothing to it: map the codes or choose another model.");
    }

    ModelCoverage anonymous() {
        return new ModelCoverage(
                model, kinds.stream().map(Kind::anonymous).toList(), strangers.anonymous());
    }
}
