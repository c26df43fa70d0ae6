package org.consilium.tuning;

import java.time.LocalDate;
import java.util.List;

/**
 * How the first five of one patient's latest visit changed.
 *
 * @param overlap rank-biased overlap of both lists, from 0 to 1
 * @param before display names, best first
 * @param why sentences: the facts whose weight moved, for the item that moved most
 */
public record TopChange(
        String patientId,
        LocalDate visit,
        double overlap,
        List<String> before,
        List<String> after,
        List<String> why) {
    public TopChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        why = List.copyOf(why);
    }
}
