package org.consilium.recommend.safety;

import java.util.List;

/**
 * What the rules say of several items for one patient at one time.
 *
 * @param items in the order in which they were asked for
 * @param notChecked what could not be checked, each once, whichever items it concerns
 */
public record SafetyReport(List<ItemSafety> items, List<NotChecked> notChecked) {
    public SafetyReport {
        items = List.copyOf(items);
        notChecked = List.copyOf(notChecked);
    }
}
