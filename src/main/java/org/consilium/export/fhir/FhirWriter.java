package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.export.CohortWriter;
import org.consilium.export.ExportFile;
import org.consilium.export.ExportFolder;

/** A line a resource, in the file of its type; files of types that don't occur are not made. */
final class FhirWriter implements CohortWriter {
    private static final ObjectWriter LINES =
            new ObjectMapper().writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final Cohort cohort;
    private final ExportFolder folder;
    private final Elements elements;
    private final Map<String, Lines> files = new LinkedHashMap<>();

    private record Lines(ExportFile file, SequenceWriter writer) {}

    FhirWriter(Cohort cohort, ExportFolder folder, Elements elements) {
        this.cohort = cohort;
        this.folder = folder;
        this.elements = elements;
    }

    @Override
    public void write(Timeline timeline) throws IOException {
        Chart chart = new Chart(timeline, cohort.synthetic(), elements);
        add(PatientResource.of(chart));
        for (Encounter encounter : timeline.encounters()) {
            add(EncounterResource.of(chart, encounter));
        }
        for (int i = 0; i < timeline.events().size(); i++) {
            ClinicalEvent event = timeline.events().get(i);
            add(EventResources.of(chart, event, chart.id(i)));
        }
    }

    private void add(ObjectNode resource) throws IOException {
        String type = resource.get("resourceType").textValue();
        Lines lines = files.get(type);
        if (lines == null) {
            ExportFile file = folder.create(type + ".ndjson", type);
            lines = new Lines(file, LINES.withRootValueSeparator("\n").writeValues(file.content()));
            files.put(type, lines);
        }
        lines.writer.write(resource);
        lines.file.row();
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Lines lines : files.values()) {
            try {
                end(lines);
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** With an end to its last line, and on the disk. */
    private static void end(Lines lines) throws IOException {
        try (var content = lines.file.content()) {
            lines.writer.flush();
            content.write('\n');
        }
    }
}
