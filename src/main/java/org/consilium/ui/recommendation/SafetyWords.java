package org.consilium.ui.recommendation;

import java.util.List;
import java.util.stream.Collectors;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.NotChecked;
import org.consilium.recommend.safety.SafetyFinding;
import org.consilium.recommend.safety.SafetyVerdict;

/** What the safety rules say of an item, in the words of the lists. */
final class SafetyWords {
    private SafetyWords() {}

    /** On the chip; empty where nothing speaks against it and all could be checked. */
    static String chip(ItemSafety safety) {
        SafetyVerdict verdict = safety.verdict();
        if (verdict != null) {
            return verdict.label();
        }
        return safety.notChecked().isEmpty() ? "" : "Not checked";
    }

    /** Beside the chip: the worst finding and how many more there are. */
    static String line(ItemSafety safety) {
        if (safety.findings().isEmpty()) {
            return safety.notChecked().stream()
                    .map(NotChecked::words)
                    .collect(Collectors.joining(" \u00b7 "));
        }
        SafetyFinding worst = safety.findings().getFirst();
        int more = safety.findings().size() - 1;
        String others = more == 0 ? "" : " (+%d more)".formatted(more);
        return "%s: %s%s".formatted(worst.family().label(), worst.sentence(), others);
    }

    /** Everything, as a tooltip or for a screen reader. */
    static String inFull(ItemSafety safety) {
        StringBuilder words = new StringBuilder();
        for (SafetyFinding finding : safety.findings()) {
            words.append(finding.verdict().label())
                    .append(": ")
                    .append(finding.sentence())
                    .append(" The patient ")
                    .append(finding.because())
                    .append(".\n");
        }
        for (NotChecked missing : safety.notChecked()) {
            words.append("Not checked: ").append(missing.words()).append(".\n");
        }
        return words.toString().strip();
    }

    /** Under the lists: what could not be checked for this patient. */
    static String notChecked(List<NotChecked> notChecked) {
        return notChecked.isEmpty()
                ? ""
                : "Not checked \u2014 "
                        + notChecked.stream()
                                .map(NotChecked::words)
                                .collect(Collectors.joining(" \u00b7 "))
                        + ".";
    }
}
