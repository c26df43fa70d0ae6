package org.consilium.importing.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Usual names of columns (header-words.csv, wide-columns.csv). Immutable. */
final class HeaderWords {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern UNIT = Pattern.compile("(.+?)\\s*[(\\[]([^()]{1,20})[)\\]]\\s*");
    private static final HeaderWords SHIPPED = load();

    private final Map<String, Known> roles;
    private final Map<String, Wide> wide;

    private HeaderWords(Map<String, Known> roles, Map<String, Wide> wide) {
        this.roles = Map.copyOf(roles);
        this.wide = Map.copyOf(wide);
    }

    /**
     * What a column of that name is.
     *
     * @param kind of the events that such a column is about; null where it does not say
     * @param system of its codes; null where it does not say
     */
    record Known(Role role, @Nullable String kind, @Nullable String system) {}

    /** What a column of that name holds, a value a row. */
    record Wide(String kind, String system, String code, String display, @Nullable String unit) {}

    static HeaderWords shipped() {
        return SHIPPED;
    }

    boolean knows(String header) {
        return roles.containsKey(plain(header)) || wide(header) != null;
    }

    @Nullable Known role(String header) {
        return roles.get(plain(header));
    }

    @Nullable Wide wide(String header) {
        return wide.get(plain(name(header)));
    }

    /** "glucose" of "glucose (mg/dL)". */
    static String name(String header) {
        var match = UNIT.matcher(header);
        return match.matches() ? match.group(1) : header;
    }

    /** "mg/dL" of "glucose (mg/dL)"; null where it has none. */
    static @Nullable String unit(String header) {
        var match = UNIT.matcher(header);
        return match.matches() ? match.group(2).strip() : null;
    }

    /** PatientID, "patient id" and PATIENT_ID are one name. */
    static String plain(String header) {
        String split = CAMEL.matcher(header.strip()).replaceAll("_");
        String plain = OTHER.matcher(split).replaceAll("_").toLowerCase(Locale.ROOT);
        return plain.replaceAll("^_+|_+$", "");
    }

    private static HeaderWords load() {
        Map<String, Known> roles = new HashMap<>();
        for (CSVRecord row : rows("header-words.csv")) {
            Known known =
                    new Known(
                            Role.valueOf(row.get("role")),
                            given(row, "kind"),
                            given(row, "system"));
            words(row).forEach(word -> roles.put(word, known));
        }
        Map<String, Wide> wide = new HashMap<>();
        for (CSVRecord row : rows("wide-columns.csv")) {
            Wide column =
                    new Wide(
                            row.get("kind"),
                            row.get("system"),
                            row.get("code"),
                            row.get("display"),
                            given(row, "unit"));
            words(row).forEach(word -> wide.put(word, column));
        }
        return new HeaderWords(roles, wide);
    }

    private static List<String> words(CSVRecord row) {
        return List.of(row.get("words").split(" "));
    }

    private static @Nullable String given(CSVRecord row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? null : cell;
    }

    private static List<CSVRecord> rows(String resource) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream bytes =
                        Objects.requireNonNull(HeaderWords.class.getResourceAsStream(resource));
                CSVParser parser =
                        format.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
