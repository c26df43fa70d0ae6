package org.consilium.importing.csv;

/**
 * What a table may hold before it is refused. A quote that never closes would otherwise make one
 * row of a whole file.
 */
final class CsvLimits {
    /** Columns of a table. */
    static final int COLUMNS = 2_000;

    /** Characters of a row. */
    static final int ROW_LENGTH = 2 << 20;

    /** Characters of a cell. */
    static final int CELL_LENGTH = 1 << 20;

    /** Characters of a number. */
    static final int NUMBER_LENGTH = 40;

    private CsvLimits() {}
}
