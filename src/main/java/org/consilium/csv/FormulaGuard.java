package org.consilium.csv;

/**
 * Keeps a spreadsheet from running a cell (OWASP, "CSV Injection"; CWE-1236): one that begins with
 * = + - @ TAB or CR gets a single quote in front. Exact in both directions: a cell that already has
 * quotes before such a character gets one more, so {@link #undone} gives back what went in, and
 * leaves alone what was never guarded. docs/formats/events.md has the rule in words.
 */
public final class FormulaGuard {
    private static final String RUN = "=+-@\t\r";
    private static final char GUARD = '\'';

    private FormulaGuard() {}

    /** The cell as it is written. */
    public static String guarded(String cell) {
        return wouldRun(cell, quotes(cell)) ? GUARD + cell : cell;
    }

    /** The cell as it was meant. */
    public static String undone(String cell) {
        int quotes = quotes(cell);
        return quotes > 0 && wouldRun(cell, quotes) ? cell.substring(1) : cell;
    }

    private static int quotes(String cell) {
        int count = 0;
        while (count < cell.length() && cell.charAt(count) == GUARD) {
            count++;
        }
        return count;
    }

    private static boolean wouldRun(String cell, int from) {
        return from < cell.length() && RUN.indexOf(cell.charAt(from)) >= 0;
    }
}
