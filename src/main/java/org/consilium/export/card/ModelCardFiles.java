package org.consilium.export.card;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.files.WholeFile;
import org.consilium.quality.export.PlainPdf;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;

/** Model cards as files: whole, or as they were before where that fails. */
public final class ModelCardFiles {
    private static final String RULE = "45 CFR 170.315(b)(11)(iv)(B)";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelCardFiles() {}

    /** Writes the 31 attributes and the reporting items as JSON. */
    public static void json(Disclosure card, Path file) throws IOException {
        WholeFile.write(file, JSON.writeValueAsBytes(card));
    }

    /** Writes the same for people. */
    public static void pdf(Disclosure card, Path file) throws IOException {
        WholeFile.write(file, pdf(card));
    }

    static byte[] pdf(Disclosure card) throws IOException {
        List<PlainPdf.Part> parts = new ArrayList<>();
        for (SourceAttribute.Section section : SourceAttribute.Section.values()) {
            parts.add(
                    new PlainPdf.Part(
                            section.label(),
                            card.attributes().stream()
                                    .filter(each -> each.attribute().section() == section)
                                    .map(ModelCardFiles::line)
                                    .toList()));
        }
        if (!card.reporting().isEmpty()) {
            parts.add(
                    new PlainPdf.Part(
                            "TRIPOD+AI: what the program knows",
                            card.reporting().stream()
                                    .map(each ->
                                            new PlainPdf.Line(
                                                    each.label(),
                                                    "item " + each.number(),
                                                    each.words()))
                                    .toList()));
        }
        return PlainPdf.of(
                "Model card: " + card.model(),
                "Source attributes of a predictive decision support intervention (%s). %d of %d are provided. Supports, never replaces, clinical judgement. Not a medical device."
                        .formatted(RULE, card.provided(), card.attributes().size()),
                card.synthetic() ? "SYNTHETIC DATA" : "",
                parts,
                "%sModel card of %s \u00b7 made by Consilium \u00b7 no patient is named"
                        .formatted(card.synthetic() ? "SYNTHETIC DATA \u00b7 " : "", card.model()));
    }

    private static PlainPdf.Line line(Disclosure.Entry entry) {
        return new PlainPdf.Line(
                entry.label(),
                entry.attribute().paragraph()
                        + (entry.by() == null ? "" : " \u00b7 by " + entry.by()),
                entry.words());
    }
}
