package org.consilium.importing.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.consilium.importing.ImportException;
import org.consilium.importing.WallClock;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.importing.mapping.MappedReader;
import org.consilium.importing.mapping.MappingJson;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.InputLimits;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.MemoryInputs;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.importing.synthea.SyntheaReader;

/**
 * Every reader, fed with what Jazzer makes up. Without JAZZER_FUZZ the seeds in src/test/resources
 * are read; docs/formats/limits.md says how to go on from them.
 */
class ReadersFuzzTest {
    private static final InputLimits TIGHT = new InputLimits(100, 4, 20, 1 << 16);
    private static final String MAPPED =
            """
            mrn,when,icd,result
            Zq9Qz-1,2019-02-01,I10,151.5
            Zq9Qz-2,01/02/2019,E11.9,Zq9Qz
            """;
    private static final Invariants INVARIANTS = Invariants.withStore();

    /** One of the others by the first byte, for a short run over all of them. */
    @FuzzTest
    void all(byte[] input) throws IOException {
        if (input.length > 0) {
            byte[] rest = Arrays.copyOfRange(input, 1, input.length);
            switch (input[0]) {
                case 'a' -> fhirBundle(rest);
                case 'b' -> synthea(rest);
                case 'c' -> zip(rest);
                case 'd' -> gzip(rest);
                case 'e' -> wallClock(rest);
                case 'f' -> fhirLines(rest);
                case 'g' -> omop(rest);
                case 'h' -> events(rest);
                case 'i' -> mapping(rest);
                case 'j' -> mapped(rest);
                default -> dialect(rest);
            }
        }
    }

    @FuzzTest
    void fhirBundle(byte[] input) {
        INVARIANTS.check(new FhirReader(), MemoryInputs.of("bundle.json", input));
    }

    @FuzzTest
    void fhirLines(byte[] input) {
        INVARIANTS.check(new FhirReader(), MemoryInputs.unpacked("patient.ndjson", input));
    }

    @FuzzTest
    void omop(byte[] input) {
        INVARIANTS.check(new OmopReader(), MemoryInputs.unpacked("person.csv", input));
    }

    @FuzzTest
    void events(byte[] input) {
        INVARIANTS.check(new EventsReader(), MemoryInputs.unpacked("events.csv", input));
    }

    @FuzzTest
    void mapping(byte[] input) {
        try {
            ColumnMapping mapping =
                    MappingJson.read("m.json", new String(input, StandardCharsets.UTF_8));
            MappingJson.write(mapping);
            if (namesAColumn(mapping, Invariants.PLANTED)) {
                return; // names of columns may be told: they are words of the mapping, not cells
            }
            INVARIANTS.check(
                    new MappedReader(mapping),
                    MemoryInputs.of("visits.csv", MAPPED.getBytes(StandardCharsets.UTF_8)));
        } catch (ImportException e) {
            Invariants.sentence(String.valueOf(e.getMessage()));
        }
    }

    /** Content under a mapping that stays as it is. */
    @FuzzTest
    void mapped(byte[] input) {
        INVARIANTS.check(
                new MappedReader(Mapped.MAPPING), MemoryInputs.unpacked("visits.csv", input));
    }

    private static boolean namesAColumn(ColumnMapping mapping, String word) {
        return mapping.tables().stream()
                .anyMatch(table ->
                        String.valueOf(table.file()).contains(word)
                                || table.columns().stream().anyMatch(name -> name.contains(word)));
    }

    @FuzzTest
    void synthea(byte[] input) {
        INVARIANTS.check(new SyntheaReader(), MemoryInputs.unpacked("patients.csv", input));
    }

    @FuzzTest
    void zip(byte[] input) {
        try (Inputs inputs = MemoryInputs.zip(input, TIGHT)) {
            inputs.leftOut().forEach(Invariants::name);
            readAll(inputs);
        } catch (ImportException | RefusedInputException e) {
            Invariants.sentence(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AssertionError("no refusal", e);
        }
    }

    @FuzzTest
    void gzip(byte[] input) {
        try {
            readAll(MemoryInputs.gzip("events.csv.gz", input));
        } catch (RefusedInputException e) {
            Invariants.sentence(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AssertionError("no refusal", e);
        }
    }

    private static void readAll(Inputs inputs) throws IOException {
        for (InputFile file : inputs.files()) {
            Invariants.name(file.name());
            try (var content = file.open(ByteProgress.none(), "")) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @FuzzTest
    void wallClock(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            LocalDateTime local = WallClock.parse(text);
            Invariants.year(local.getYear());
            Invariants.require(
                    WallClock.parse(local.toString()).equals(local),
                    "a time reads as it is written");
            Invariants.year(WallClock.inUtc(text).getYear());
        } catch (DateTimeException e) {
            // what it says is for programmers, and no one is shown it
        }
    }

    @FuzzTest
    void dialect(byte[] input) throws IOException {
        InputFile file = MemoryInputs.of("any.csv", input).files().getFirst();
        Dialect dialect = Dialect.of(file);
        List<String> header = dialect.header(file);
        Invariants.require(header.size() <= input.length + 1, "no column comes from nowhere");
        Invariants.sentence(dialect.separatorLabel());
        Invariants.sentence(dialect.encoding().label());
    }
}
