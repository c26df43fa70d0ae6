package org.consilium.importing.mapping;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the dates of a column may be written: found by trying, and where more than one way is left,
 * that is for a person to say.
 *
 * @param patterns none where they are no dates, several where the cells don't tell
 */
record DateGuess(List<String> patterns) {
    private static final Map<String, DatePattern> TRIED = new LinkedHashMap<>();

    /** Share of the cells that may be wrong, as some are in any table. */
    private static final double WRONG = .5;

    static {
        for (String pattern :
                List.of(
                        DatePattern.ISO,
                        "yyyy/MM/dd",
                        "yyyy.MM.dd",
                        "yyyyMMdd",
                        "dd/MM/yyyy",
                        "MM/dd/yyyy",
                        "dd.MM.yyyy",
                        "dd-MM-yyyy",
                        "MM-dd-yyyy",
                        "dd-MMM-yyyy",
                        "dd MMM yyyy",
                        "MMM dd, yyyy",
                        "dd/MM/yy",
                        "MM/dd/yy",
                        "dd.MM.yy",
                        "dd-MMM-yy")) {
            TRIED.put(pattern, DatePattern.of(pattern));
        }
    }

    /**
     * @param cells none of them empty
     */
    static DateGuess of(List<String> cells) {
        if (cells.isEmpty() || cells.stream().allMatch(cell -> cell.length() < 6)) {
            return new DateGuess(List.of());
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        TRIED.forEach((name, pattern) -> {
            double share =
                    cells.stream().filter(cell -> parses(pattern, cell)).count()
                            / (double) cells.size();
            if (share > WRONG) {
                shares.put(name, share);
            }
        });
        List<String> all =
                shares.entrySet().stream()
                        .filter(each -> each.getValue() >= 1)
                        .map(Map.Entry::getKey)
                        .toList();
        return new DateGuess(all.isEmpty() ? List.copyOf(shares.keySet()) : all);
    }

    private static boolean parses(DatePattern pattern, String cell) {
        try {
            int year = pattern.parse(cell).getYear();
            return year >= 1800 && year <= 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
