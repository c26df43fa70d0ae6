package org.consilium.importing.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.importing.ImportException;

/** Mappings as JSON (docs/formats/csv-mapping.md). Thread-safe. */
public final class MappingJson {
    /** Characters of a file; a mapping of a thousand columns has some two hundred thousand. */
    static final int LONGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    private static final int DEEPEST = 20;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_DEFAULT,
                                    JsonInclude.Include.NON_DEFAULT))
                    .build();

    private MappingJson() {}

    public static String write(ColumnMapping mapping) {
        try {
            return JSON.writeValueAsString(mapping) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping could not be written as JSON", e);
        }
    }

    /**
     * @param name of the file, for messages
     * @throws ImportException when it is no mapping, with the place
     */
    public static ColumnMapping read(String name, String json) throws ImportException {
        if (json.length() > LONGEST) {
            throw new ImportException(name + " is too long for a mapping.");
        }
        ColumnMapping mapping;
        try {
            mapping = JSON.readValue(json, ColumnMapping.class);
        } catch (JsonMappingException e) {
            throw new ImportException(
                    "%s is no mapping: %s%s".formatted(name, place(e), line(e)), e);
        } catch (JsonProcessingException e) {
            throw new ImportException("%s is not well-formed JSON%s".formatted(name, line(e)), e);
        }
        if (mapping == null) {
            throw new ImportException(name + " is no mapping: it is empty.");
        }
        if (mapping.version() != ColumnMapping.VERSION) {
            throw new ImportException(
                    "%s is a mapping of version %d; this program reads version %d."
                            .formatted(name, mapping.version(), ColumnMapping.VERSION));
        }
        return mapping;
    }

    private static String place(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[%d]".formatted(step.getIndex())
                                        : shown(step.getFieldName()))
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
        return path.isEmpty() ? "it has another form" : path + " is unknown or has another form";
    }

    /** A name that can be one; anything else there is not to be repeated. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "an element";
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "." : " (line %d).".formatted(e.getLocation().getLineNr());
    }
}
