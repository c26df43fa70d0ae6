package org.consilium.ui.recommendation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.SemanticTag;

/** How coded things are called on screen: in a clinician's words, without the coding's. */
public final class Wording {
    /** The parts of a LOINC long name that say how, not what, was measured. */
    private static final Pattern MEASURED_HOW =
            Pattern.compile(
                    "( \\[[^]]*])|( in (Serum or Plasma|Serum, Plasma or Blood|Blood)\\b)"
                            + "|( by (Automated count|calculation))|( - Reported)");

    private Wording() {}

    /** The short name; the full one belongs in a tooltip. */
    public static String name(Concept concept) {
        String name = plain(concept.display());
        if (concept.system().equals(CodeSystem.LOINC)) {
            name = MEASURED_HOW.matcher(name).replaceAll("");
        }
        return name.isBlank() ? concept.display() : name.strip();
    }

    /** A coded answer that came as text: without its system's tag and with single spaces. */
    public static String plain(String words) {
        return SemanticTag.without(words).replaceAll("\\s+", " ").strip();
    }

    /** Full name, code and system: what a tooltip says. */
    public static String inFull(Concept concept) {
        return "%s\n%s %s".formatted(concept.display(), concept.system().label(), concept.code());
    }

    /**
     * A UCUM unit as a person writes it: mm[Hg] as mmHg, {1.73_m2} as 1.73 m2, nothing for {score}.
     */
    public static String unit(String unit) {
        String plain = unit.replace("[", "").replace("]", "").replace("_", " ");
        return plain.replaceAll("\\{([0-9][^}]*)}", "$1").replaceAll("\\{[^}]*}", "").strip();
    }

    public static String kind(ItemKind kind) {
        return switch (kind) {
            case MEDICATION -> "Medication";
            case PROCEDURE -> "Procedure";
            case CARE_PLAN -> "Care plan";
            case IMMUNIZATION -> "Immunisation";
        };
    }

    public static String kinds(ItemKind kind) {
        return kind == ItemKind.MEDICATION ? "Medication" : kind(kind) + "s";
    }

    public static String reason(DeclineReason reason) {
        return switch (reason) {
            case NOT_INDICATED -> "Not indicated";
            case CONTRAINDICATED -> "Contraindicated";
            case ALREADY_DONE -> "Already done";
            case PATIENT_DECLINED -> "Patient declined";
            case NOT_AVAILABLE -> "Not available here";
            case OTHER -> "Another reason";
        };
    }

    public static String override(OverrideReason reason) {
        return switch (reason) {
            case BENEFIT_OUTWEIGHS -> "Benefit outweighs the risk";
            case TOLERATED_BEFORE -> "Tolerated before";
            case WILL_MONITOR -> "Will be monitored";
            case RECORD_OUTDATED -> "Record is out of date";
            case NO_ALTERNATIVE -> "No alternative";
            case OTHER -> "Another reason";
        };
    }

    /** Whole percent; the ends are never rounded to never and always. */
    public static String percent(double probability) {
        if (probability < .01) {
            return "<1%";
        }
        return probability > .99 ? ">99%" : Math.round(probability * 100) + "%";
    }

    /** "about 31 in 100"; the ends are never rounded to never and always. */
    public static String often(double probability) {
        if (probability < .01) {
            return "fewer than 1 in 100";
        }
        return probability > .99
                ? "more than 99 in 100"
                : "about " + Math.round(probability * 100) + " in 100";
    }

    /** Signed, two decimals, with a true minus. */
    public static String signed(double value) {
        long hundredths = Math.round(value * 100);
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(hundredths) / 100.0);
        return hundredths == 0 ? digits : (hundredths < 0 ? "\u2212" : "+") + digits;
    }
}
