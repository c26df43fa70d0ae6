package org.consilium.recommend.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one item.
 *
 * @param findings the worst first
 * @param notChecked what could not be checked of it
 */
public record ItemSafety(List<SafetyFinding> findings, List<NotChecked> notChecked) {
    /** Nothing speaks against it, as far as there are rules. */
    public static final ItemSafety NOTHING = new ItemSafety(List.of(), List.of());

    public ItemSafety {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    /** The worst of the findings; null without any. */
    public @Nullable SafetyVerdict verdict() {
        return findings.isEmpty() ? null : findings.getFirst().verdict();
    }

    /** Whether it is to be withheld. */
    public boolean isContraindicated() {
        return verdict() == SafetyVerdict.CONTRAINDICATED;
    }
}
