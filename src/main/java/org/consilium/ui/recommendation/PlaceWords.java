package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.CohortEvidence.Received;
import org.consilium.recommend.CohortEvidence.Steadiness;
import org.consilium.recommend.MissingInput;
import org.consilium.recommend.Place;
import org.consilium.ui.common.Counted;

/** Where an item stands, what is missing, and what the cohort says, in words. */
final class PlaceWords {
    private static final int REASONS = 3;

    private PlaceWords() {}

    /** Where it stands and why. */
    static List<String> place(Place place) {
        List<String> lines = new ArrayList<>();
        int rank = place.item().rank();
        int all = place.candidates();
        lines.add(
                switch (place.why()) {
                    case RANKED ->
                            place.item().safety().isContraindicated()
                                    ? "It would rank %d of %d that could be considered, but it is withheld: see above."
                                            .formatted(rank, all)
                                    : "It ranks %d of %d that could be considered."
                                            .formatted(rank, all);
                    case TAKEN ->
                            "It is not recommended because the record says that it goes on already.";
                    case SAME_DRUG ->
                            "It is not listed itself: another product of the same drug stands for it.";
                    case ROUTINE ->
                            "It is not recommended because it is on the list of routine and administrative entries.";
                });
        String against = strongest(place.item().attributions(), false);
        String inFavour = strongest(place.item().attributions(), true);
        if (!against.isEmpty()) {
            lines.add("Most against it: " + against + ".");
        }
        if (!inFavour.isEmpty()) {
            lines.add("Most for it: " + inFavour + ".");
        }
        return lines;
    }

    private static String strongest(List<Attribution> facts, boolean inFavour) {
        return facts.stream()
                .filter(fact -> inFavour ? fact.contribution() > 0 : fact.contribution() < 0)
                .limit(REASONS)
                .map(fact ->
                        "%s (%s)"
                                .formatted(
                                        FactWords.label(fact), Wording.signed(fact.contribution())))
                .collect(Collectors.joining(", "));
    }

    /** What is not on record and would matter. */
    static String missing(MissingInput input) {
        String name = Wording.name(input.concept());
        if (input.most() <= 0) {
            return "%s: would lower the score by up to %s."
                    .formatted(name, Wording.signed(-input.least()).substring(1));
        }
        if (input.least() >= 0) {
            return "%s: would raise the score by up to %s."
                    .formatted(name, Wording.signed(input.most()).substring(1));
        }
        return "%s: could change the score by between %s and %s."
                .formatted(name, Wording.signed(input.least()), Wording.signed(input.most()));
    }

    /** What patients alike received, and when. */
    static List<String> similar(CohortEvidence evidence) {
        Received asked = evidence.asked();
        if (evidence.similar() == 0 || asked == null) {
            return List.of(
                    "Of %s in this cohort fewer than %d share half of what mattered for this item: too few to show."
                            .formatted(
                                    Counted.of(evidence.patients(), "other patient"),
                                    CohortEvidence.LEAST));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "The %d most similar of %s share at least half of what mattered for this item."
                        .formatted(
                                evidence.similar(),
                                Counted.of(evidence.patients(), "other patient")));
        lines.add(received("This item", asked, evidence.similar()));
        evidence.received()
                .forEach(one ->
                        lines.add(
                                received(
                                        Wording.name(one.item().concept()),
                                        one,
                                        evidence.similar())));
        return lines;
    }

    private static String received(String name, Received received, int similar) {
        return switch (received.told()) {
            case FEW -> "%s: fewer than %d of them.".formatted(name, CohortEvidence.LEAST);
            case NEARLY_ALL ->
                    "%s: all but fewer than %d of them.".formatted(name, CohortEvidence.LEAST);
            case EXACT ->
                    "%s: %d of %d, half of them within %s."
                            .formatted(
                                    name,
                                    received.count(),
                                    similar,
                                    received.medianDays() == 0
                                            ? "the day of the visit"
                                            : Counted.of(received.medianDays(), "day"));
        };
    }

    /** How steady its rank is, and what was drawn again. */
    static String steadiness(Steadiness steadiness) {
        String range =
                steadiness.best() == steadiness.worst()
                        ? "stayed at " + steadiness.best()
                        : "was between %d and %d".formatted(steadiness.best(), steadiness.worst());
        return "Its rank is %d. When the patients of this cohort were drawn again %d times, it %s in 9 of 10 draws."
                .formatted(steadiness.rank(), steadiness.draws(), range);
    }
}
