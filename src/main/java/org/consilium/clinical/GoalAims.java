package org.consilium.clinical;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a goal aims at and how far it is: the value of an {@link EventKind#GOAL}, one text whatever
 * the source. Made and read here alone: {@code Hemoglobin A1c: <7 % by 2026-03-01; in progress; on
 * hold}. For a person: nothing is learned or computed from it.
 *
 * @param targets in words; empty when none is recorded
 * @param achievement how far it is reached; null when it is not recorded, or in other words
 * @param pause why nobody works on it; null while somebody does, and when it is over
 */
public record GoalAims(String targets, @Nullable Achievement achievement, @Nullable Pause pause) {
    /** UTF-16 units of the text of targets. */
    static final int LONGEST = 1000;

    private static final String BETWEEN = "; ";

    /** HL7 FHIR R4, value set goal-achievement. */
    public enum Achievement implements Worded {
        IN_PROGRESS,
        IMPROVING,
        WORSENING,
        NO_CHANGE,
        ACHIEVED,
        SUSTAINING,
        NOT_ACHIEVED,
        NO_PROGRESS,
        NOT_ATTAINABLE
    }

    /** Of HL7 FHIR R4, value set goal-status, those of a goal that is not worked on. */
    public enum Pause implements Worded {
        PLANNED,
        ON_HOLD
    }

    interface Worded {
        String name();

        /** As FHIR codes it. */
        default String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        default String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public GoalAims {
        targets = shortened(targets.strip().replaceAll("\\s+", " "));
    }

    /** What the value of a goal says; null when that is nothing, or a number. */
    public static @Nullable GoalAims of(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> null;
            case Value.Coded coded -> of(coded.concept().display());
            case Value.Text text -> of(text.text());
        };
    }

    /** Someone else's words for it, in which what {@link #words} writes at the end is known. */
    public static @Nullable GoalAims of(String text) {
        String rest = text.strip().replaceAll("\\s+", " ");
        Pause pause = last(rest, Pause.values());
        rest = before(rest, pause);
        Achievement achievement = last(rest, Achievement.values());
        rest = before(rest, achievement);
        return rest.isEmpty() && achievement == null && pause == null
                ? null
                : new GoalAims(rest, achievement, pause);
    }

    private static <T extends Worded> @Nullable T last(String text, T[] all) {
        for (T each : all) {
            if (text.equals(each.words()) || text.endsWith(BETWEEN + each.words())) {
                return each;
            }
        }
        return null;
    }

    private static String before(String text, @Nullable Worded last) {
        if (last == null) {
            return text;
        }
        int end = text.length() - last.words().length() - BETWEEN.length();
        return text.substring(0, Math.max(0, end));
    }

    public String words() {
        StringBuilder words = new StringBuilder(targets);
        add(words, achievement);
        add(words, pause);
        return words.toString();
    }

    private static void add(StringBuilder words, @Nullable Worded part) {
        if (part != null) {
            words.append(words.isEmpty() ? "" : BETWEEN).append(part.words());
        }
    }

    public Value value() {
        return new Value.Text(words());
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return words.substring(0, end) + "…";
    }
}
