package org.consilium.ui.recommendation;

import java.time.LocalDateTime;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Role;

/** A fact and its share in words. */
final class FactWords {
    /** A share of one log odds multiplies the odds by 2.7. */
    private static final double STRONG = 1;

    private static final double SLIGHT = .25;

    private FactWords() {}

    /** What it is: "Hemoglobin A1c 8.2 %", "Tobacco smoking status: former smoker". */
    static String label(Attribution fact) {
        String name = Wording.name(fact.concept());
        String answer = answer(fact);
        if (answer.isEmpty()) {
            return name;
        }
        return startsNumber(answer) ? name + " " + answer : name + ": " + answer;
    }

    /** What it was and how it stood, without its name: "8.2 %, this visit". */
    static String detail(Attribution fact) {
        String answer = answer(fact);
        String standing = standing(fact);
        return answer.isEmpty() || standing.isEmpty()
                ? answer + standing
                : answer + ", " + standing;
    }

    private static String answer(Attribution fact) {
        String value = fact.value();
        if (value == null || value.isBlank() || fact.role() == Role.ENCOUNTER) {
            return "";
        }
        String answer = Wording.plain(value);
        return startsNumber(answer) ? Wording.unit(answer) : answer;
    }

    private static boolean startsNumber(String words) {
        return Character.isDigit(words.charAt(0)) || words.charAt(0) == '-';
    }

    /** How it stood to the patient: "active since 2012", "this visit"; empty for demographics. */
    static String standing(Attribution fact) {
        LocalDateTime when = fact.when();
        String year = when == null ? "" : " " + when.getYear();
        String since = when == null ? "" : " since" + year;
        return switch (fact.role()) {
            case DEMOGRAPHIC -> "";
            case ENCOUNTER ->
                    "reason".equals(fact.value()) ? "reason for this visit" : "this visit";
            case OBSERVATION_NOW -> "this visit";
            case CONDITION_NOW -> "recorded at this visit";
            case CONDITION_ACTIVE -> "active" + since;
            case CONDITION_PAST_30D, CONDITION_PAST_180D, CONDITION_PAST_2Y, CONDITION_PAST_OLDER ->
                    "resolved, began" + year;
            case OBSERVATION_PAST_30D, TREATMENT_PAST_30D -> "in the last 30 days";
            case OBSERVATION_PAST_180D, TREATMENT_PAST_180D -> "in the last 6 months";
            case OBSERVATION_PAST_2Y, TREATMENT_PAST_2Y -> "in the last 2 years";
            case OBSERVATION_PAST_OLDER, TREATMENT_PAST_OLDER ->
                    when == null ? "long ago" : "in" + year;
            case TREATMENT_ACTIVE -> "ongoing" + since;
            case ALLERGY -> "recorded" + since;
        };
    }

    /** One sentence: "Type 2 diabetes (active since 2012) speaks strongly for it." */
    static String sentence(Attribution fact) {
        String standing = standing(fact);
        String known = standing.isEmpty() ? "" : " (" + standing + ")";
        return label(fact) + known + " speaks " + strength(fact.contribution()) + " it.";
    }

    private static String strength(double contribution) {
        String side = contribution >= 0 ? "for" : "against";
        double size = Math.abs(contribution);
        if (size >= STRONG) {
            return "strongly " + side;
        }
        return size < SLIGHT ? "slightly " + side : side;
    }
}
