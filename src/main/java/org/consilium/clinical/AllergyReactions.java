package org.consilium.clinical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a patient reacts to a substance: the value of an {@link EventKind#ALLERGY}, one text whatever
 * the source, so that the same record says the same from everywhere. Made and read here alone:
 * {@code Anaphylaxis (severe), Hives (mild); intolerance; high risk}. For a person: nothing is
 * learned or computed from it, which is why the codes of manifestations are not kept.
 *
 * @param manifestations in words, the most severe first; empty when none is recorded
 * @param intolerance whether it is recorded as no allergy proper (HL7 FHIR R4,
 *     allergy-intolerance-type)
 * @param risk of a life-threatening reaction (HL7 FHIR R4, allergy-intolerance-criticality); null
 *     when it is not recorded or was found to be unknown
 */
public record AllergyReactions(String manifestations, boolean intolerance, @Nullable Risk risk) {
    /** UTF-16 units of the text of manifestations; all that may follow fits into 300. */
    static final int LONGEST = 270;

    private static final String INTOLERANCE = "intolerance";

    /** The potential for harm of a future reaction. */
    public enum Risk {
        LOW,
        HIGH;

        /** As FHIR codes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return code() + " risk";
        }
    }

    public AllergyReactions {
        manifestations = shortened(manifestations.strip().replaceAll("\\s+", " "), LONGEST);
    }

    /** What the value of an allergy says; null when that is nothing, or a number. */
    public static @Nullable AllergyReactions of(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> null;
            case Value.Coded coded -> of(coded.concept().display());
            case Value.Text text -> of(text.text());
        };
    }

    /** Someone else's words for it, in which what {@link #words} writes at the end is known. */
    public static @Nullable AllergyReactions of(String text) {
        String rest = text.strip().replaceAll("\\s+", " ");
        Risk risk = null;
        for (Risk each : Risk.values()) {
            if (ends(rest, each.words())) {
                risk = each;
            }
        }
        rest = risk == null ? rest : before(rest, risk.words());
        boolean intolerance = ends(rest, INTOLERANCE);
        rest = intolerance ? before(rest, INTOLERANCE) : rest;
        return rest.isEmpty() && !intolerance && risk == null
                ? null
                : new AllergyReactions(rest, intolerance, risk);
    }

    private static boolean ends(String text, String part) {
        return text.equals(part) || text.endsWith("; " + part);
    }

    private static String before(String text, String part) {
        return text.substring(0, Math.max(0, text.length() - part.length() - "; ".length()));
    }

    /** At most 300 UTF-16 units. */
    public String words() {
        return words(LONGEST);
    }

    /**
     * @param longest UTF-16 units of manifestations, the least severe of which are left out
     */
    public String words(int longest) {
        List<String> parts = new ArrayList<>();
        if (!manifestations.isEmpty()) {
            parts.add(shortened(manifestations, longest));
        }
        if (intolerance) {
            parts.add(INTOLERANCE);
        }
        if (risk != null) {
            parts.add(risk.words());
        }
        return String.join("; ", parts);
    }

    public Value value() {
        return new Value.Text(words());
    }

    /** Cut between manifestations where that is possible, never within a character. */
    private static String shortened(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int comma = words.lastIndexOf(", ", longest - 3);
        if (comma > 0) {
            return words.substring(0, comma) + ", …";
        }
        int end = Character.isHighSurrogate(words.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return words.substring(0, end) + "…";
    }

    /**
     * Collects what a record says of one allergy. Of a manifestation that comes twice the greater
     * severity is taken. Not thread-safe.
     */
    public static final class Builder {
        /** From the least (HL7 FHIR R4, reaction-event-severity); other words are as bad as any. */
        private static final List<String> SEVERITIES = List.of("", "mild", "moderate", "severe");

        private final Map<String, Manifestation> manifestations = new LinkedHashMap<>();
        private boolean intolerance;
        private @Nullable Risk risk;

        private record Manifestation(String name, String severity) {
            int rank() {
                int rank = SEVERITIES.indexOf(severity);
                return rank < 0 ? SEVERITIES.size() : rank;
            }

            String words() {
                return severity.isEmpty() ? name : name + " (" + severity + ")";
            }
        }

        /**
         * @param severity of the reaction that it was part of, as coded; null when not recorded
         */
        public Builder add(Concept manifestation, @Nullable String severity) {
            String display = manifestation.display();
            boolean snomed = manifestation.system().equals(CodeSystem.SNOMED_CT);
            return add(snomed ? SemanticTag.without(display) : display, severity);
        }

        /** In the words of whoever saw it. */
        public Builder add(String manifestation, @Nullable String severity) {
            var one =
                    new Manifestation(
                            manifestation.strip(),
                            severity == null ? "" : severity.strip().toLowerCase(Locale.ROOT));
            if (!one.name().isEmpty()) {
                manifestations.merge(
                        one.name().toLowerCase(Locale.ROOT),
                        one,
                        (a, b) -> b.rank() > a.rank() ? b : a);
            }
            return this;
        }

        /**
         * @param code allergy or intolerance; null when not recorded
         */
        public Builder type(@Nullable String code) {
            intolerance = INTOLERANCE.equalsIgnoreCase(code);
            return this;
        }

        /**
         * @param code low, high or unable-to-assess; null when not recorded
         */
        public Builder criticality(@Nullable String code) {
            risk = null;
            for (Risk each : Risk.values()) {
                if (each.code().equalsIgnoreCase(code)) {
                    risk = each;
                }
            }
            return this;
        }

        /** The value of the allergy; null when nothing is recorded. */
        public @Nullable Value value() {
            List<String> words =
                    manifestations.values().stream()
                            .sorted(Comparator.comparingInt(Manifestation::rank).reversed())
                            .map(Manifestation::words)
                            .toList();
            var all = new AllergyReactions(String.join(", ", words), intolerance, risk);
            return all.words().isEmpty() ? null : all.value();
        }
    }
}
