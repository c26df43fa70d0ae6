package org.consilium.importing.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of how a table is written; the rest is detected.
 *
 * @param separator of the columns
 * @param charset of the text; a byte order mark in the file overrules it
 * @param hasHeader whether the first row names the columns
 * @param columns their names where no row has them; empty where they are not known
 */
public record Layout(
        @Nullable Character separator,
        @Nullable Charset charset,
        boolean hasHeader,
        List<String> columns) {
    public static final Layout DETECTED = new Layout(null, null, true);

    public Layout {
        columns = List.copyOf(columns);
    }

    public Layout(@Nullable Character separator, @Nullable Charset charset, boolean hasHeader) {
        this(separator, charset, hasHeader, List.of());
    }

    /** How that file is written. */
    public Dialect dialect(InputFile file) throws IOException {
        TextEncoding found = TextEncoding.of(file);
        TextEncoding encoding =
                charset == null || found.mark() > 0 ? found : new TextEncoding(charset, 0);
        return separator == null ? Dialect.of(file, encoding) : new Dialect(encoding, separator);
    }

    /** Names of the columns: those in the first row, else as known, else their numbers from 1. */
    public List<String> names(CSVRecord first) {
        if (!hasHeader && !columns.isEmpty()) {
            return columns;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            names.add(hasHeader ? first.get(i).strip() : String.valueOf(i + 1));
        }
        return names;
    }
}
