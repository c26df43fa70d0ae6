package org.consilium.importing.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.TextEncoding;

/** How a table is written: RFC 4180 with the separator that divides its header into most cells. */
public record Dialect(TextEncoding encoding, char separator) {
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');
    private static final int LOOKED_AT = 1 << 16;

    /** The dialect of a file, by its first bytes. */
    public static Dialect of(InputFile file) throws IOException {
        return of(file, TextEncoding.of(file));
    }

    static Dialect of(InputFile file, TextEncoding encoding) throws IOException {
        String line = firstLine(file, encoding);
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = line.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return new Dialect(encoding, best);
    }

    /** The names of the columns, as written; empty where there are none. */
    public List<String> header(InputFile file) throws IOException {
        try (CSVParser parser = format().parse(new StringReader(firstLine(file, encoding)))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                return List.of();
            }
            CSVRecord header = records.getFirst();
            return IntStream.range(0, header.size())
                    .mapToObj(index -> header.get(index).strip())
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a quote that is open at the end of the line: no header
        }
    }

    /** Name of the separator for a person. */
    public String separatorLabel() {
        return switch (separator) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "vertical bar";
            default -> "comma";
        };
    }

    CSVFormat format() {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static String firstLine(InputFile file, TextEncoding encoding) throws IOException {
        byte[] head = file.head(LOOKED_AT);
        char[] text = new char[LOOKED_AT];
        int length = encoding.reader(new ByteArrayInputStream(head)).read(text);
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return new String(text, 0, i);
            }
        }
        return new String(text, 0, Math.max(0, length));
    }
}
