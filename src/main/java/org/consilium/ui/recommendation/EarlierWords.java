package org.consilium.ui.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.plan.ChangedReasons;
import org.consilium.plan.ChangedReasons.Shift;
import org.consilium.plan.Earlier;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/** What was decided before, in words. */
final class EarlierWords {
    private EarlierWords() {}

    /** What was decided at this visit, in one word or so. */
    static String verdict(Decision decision) {
        return switch (decision.verdict()) {
            case ACCEPTED -> decision.override() == null ? "Accepted" : "Overridden";
            case MODIFIED -> "Accepted with a change";
            case DECLINED -> "Declined";
            case SNOOZED -> "Put off until " + date(until(decision));
            case UNDONE -> "";
        };
    }

    /** Why it is not pushed again. */
    static String aside(Decision decision) {
        return switch (decision.verdict()) {
            case ACCEPTED, MODIFIED -> "In the plan since " + date(decision);
            case DECLINED -> "Declined " + date(decision);
            case SNOOZED -> "Put off until " + date(until(decision));
            case UNDONE -> "";
        };
    }

    /** Why it comes again. */
    static String back(Earlier.Back back) {
        return switch (back.decision().verdict()) {
            case ACCEPTED, MODIFIED -> "In the plan since " + date(back.decision());
            case DECLINED -> "Changed since declined";
            case SNOOZED -> "Was put off until now";
            case UNDONE -> "";
        };
    }

    /** The whole story; empty where there is none to tell. */
    static String story(Earlier earlier) {
        return switch (earlier) {
            case Earlier.None none -> "";
            case Earlier.Here here -> "";
            case Earlier.Aside(Decision decision, var change) ->
                    switch (decision.verdict()) {
                        case DECLINED ->
                                declined(decision)
                                        + " Its reasons are much the same, so it is not shown again."
                                        + likelihood(change);
                        case SNOOZED ->
                                "%s put it off until %s."
                                        .formatted(decision.decidedBy(), date(until(decision)));
                        case ACCEPTED, MODIFIED, UNDONE -> planned(decision);
                    };
            case Earlier.Back(Decision decision, var change, boolean lifted) ->
                    switch (decision.verdict()) {
                        case DECLINED ->
                                declined(decision)
                                        + (lifted
                                                ? " No safety rule that spoke against it then does so now."
                                                : " Its reasons have changed since, so it is shown again.")
                                        + likelihood(change);
                        case SNOOZED ->
                                "%s put it off until %s, which is now."
                                        .formatted(decision.decidedBy(), date(until(decision)));
                        case ACCEPTED, MODIFIED, UNDONE ->
                                planned(decision) + " That is more than six months ago.";
                    };
        };
    }

    private static String planned(Decision decision) {
        String change = decision.change() == null ? "" : ", as: " + decision.change();
        return "%s put it into the care plan on %s%s."
                .formatted(decision.decidedBy(), date(decision), change);
    }

    private static String declined(Decision decision) {
        String why =
                decision.reason() == null
                        ? ""
                        : ": " + Wording.reason(decision.reason()).toLowerCase(Locale.ROOT);
        return "%s declined it on %s%s.".formatted(decision.decidedBy(), date(decision), why);
    }

    private static String likelihood(@Nullable ChangedReasons change) {
        return change == null
                ? ""
                : " How often it is started at visits like this one: then %s, now %s. It comes back once its odds have doubled; they are %s what they were."
                        .formatted(
                                Wording.often(change.probabilityThen()),
                                Wording.often(change.probabilityNow()),
                                String.format(Locale.ROOT, "%.1f times", change.odds()));
    }

    /** One line for each reason that has changed. */
    static List<String> changes(@Nullable ChangedReasons change) {
        List<String> lines = new ArrayList<>();
        if (change != null) {
            change.shifts().forEach(shift -> lines.add(line(shift)));
        }
        return lines;
    }

    private static String line(Shift shift) {
        String what = FactWords.label(shift.fact());
        return switch (shift.kind()) {
            case NEW -> "New: %s, %s".formatted(what, Wording.signed(shift.after()));
            case GONE ->
                    "No longer there: %s, which was %s"
                            .formatted(what, Wording.signed(shift.before()));
            case OTHER ->
                    "Changed: %s, from %s to %s"
                            .formatted(
                                    what,
                                    Wording.signed(shift.before()),
                                    Wording.signed(shift.after()));
        };
    }

    static @Nullable ChangedReasons changed(Earlier earlier) {
        return switch (earlier) {
            case Earlier.Aside aside when aside.decision().verdict() == Verdict.DECLINED ->
                    aside.change();
            case Earlier.Back back -> back.change();
            default -> null;
        };
    }

    private static String date(Decision decision) {
        return date(decision.at().toLocalDate());
    }

    private static String date(LocalDate day) {
        return PatientWords.date(day);
    }

    private static LocalDate until(Decision decision) {
        return Objects.requireNonNull(decision.until());
    }
}
