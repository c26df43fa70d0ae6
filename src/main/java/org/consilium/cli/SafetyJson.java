package org.consilium.cli;

import java.util.List;
import java.util.Locale;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.NotChecked;
import org.consilium.recommend.safety.SafetyFinding;
import org.consilium.recommend.safety.SafetyVerdict;

/**
 * What the safety rules say of one item, flat.
 *
 * @param verdict contraindicated, caution, not_checked or none
 */
record SafetyJson(String verdict, List<Finding> findings, List<String> notChecked) {

    /** One rule that speaks against it. */
    record Finding(
            String rule,
            String family,
            String verdict,
            String sentence,
            String because,
            String source,
            String confirmed) {}

    static SafetyJson of(ItemSafety safety) {
        SafetyVerdict verdict = safety.verdict();
        String none = safety.notChecked().isEmpty() ? "none" : "not_checked";
        return new SafetyJson(
                verdict == null ? none : lower(verdict),
                safety.findings().stream().map(SafetyJson::finding).toList(),
                words(safety.notChecked()));
    }

    static List<String> words(List<NotChecked> notChecked) {
        return notChecked.stream().map(NotChecked::words).toList();
    }

    private static Finding finding(SafetyFinding finding) {
        return new Finding(
                finding.rule(),
                lower(finding.family()),
                lower(finding.verdict()),
                finding.sentence(),
                finding.because(),
                finding.source().words(),
                finding.source().confirmed());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
