package org.consilium.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/**
 * A report as JSON: the fields of {@link QualityReport} under their names, enumerations in lower
 * case, instants in ISO 8601. Within one {@link QualityReport#FORMAT} fields and names are only
 * added.
 */
public final class QualityJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private QualityJson() {}

    /** With identifiers of patients, unless the report is anonymous. */
    public static String text(QualityReport report) {
        return written(MAPPER.writerWithDefaultPrettyPrinter(), report);
    }

    static String compact(QualityReport report) {
        return written(MAPPER.writer(), report);
    }

    private static String written(ObjectWriter writer, QualityReport report) {
        try {
            return writer.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report could not be written as JSON", e);
        }
    }

    /** Empty when it is of another format, or no report. */
    public static Optional<QualityReport> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.path("format").asInt() == QualityReport.FORMAT
                    ? Optional.of(MAPPER.treeToValue(tree, QualityReport.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
