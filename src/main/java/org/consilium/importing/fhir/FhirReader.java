package org.consilium.importing.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * HL7 FHIR R4 in JSON, by content and not by name: Bundles of every type, single resources, and
 * NDJSON (FHIR Bulk Data Access) with a resource or Bundle a line; plain or gzipped files, folders
 * and archives of them. Streamed: the resources that are used are mapped one by one, those that are
 * not are counted and skipped. What was read is held packed until the end of all files, since a
 * patient's resources may be spread over several; no order of files or entries matters. Documents
 * are parsed ahead of their turn by two threads. A document that is not whole, or that goes over
 * the {@link JsonLimits}, is rejected as one issue and nothing of it is taken; a bad line is
 * rejected alone.
 *
 * <p>What can be argued about ({@code docs/decisions/0010-fhir-reading.md} says what differs from
 * the reference implementation's reading, and what is lost):
 *
 * <ul>
 *   <li>Of a history only the newest version of each resource counts, and what was deleted not at
 *       all. Documents and messages are read as collections.
 *   <li>Partial dates are the first day of their month or year, ranges of ages their lower end. A
 *       period without a start begins at its end. Times are the wall clock at the place as written,
 *       their zone dropped. In Synthea's bundles the zone is that of the machine that ran it, while
 *       its CSV has times in UTC and conditions, care plans and allergies as days only: read the
 *       same way here, both give the same patient.
 *   <li>Conditions that are unconfirmed, or one of several possible diagnoses, are no facts;
 *       provisional ones are, and so are allergies that nobody has confirmed. An entry that says
 *       that there is none ("no known allergies") is no finding. A boolean answer "false" stays an
 *       answer.
 *   <li>What is over without saying since when is taken as over at its start (a condition: when it
 *       was recorded), and so is never shown as going on. A stopped order that is followed by
 *       another of the same drug within two years lasted until that one.
 *   <li>An administration of a drug ordered at the same encounter, or a dispense of a drug ordered
 *       in the two years before, is no second treatment: it only dates the order's end.
 *   <li>An allergy without any date holds from birth on.
 *   <li>A resource with a modifierExtension (or implicitRules) is rejected, as the standard wants:
 *       it may mean the opposite of what it says. So is what belongs to a patient who was rejected.
 *   <li>Observations inside (contained in) a DiagnosticReport, or another resource that is used,
 *       are of its patient and date. The report itself is counted.
 *   <li>Results of groups, devices and places, and those whose focus is somebody else (a child that
 *       is not born yet) are not the patient's. Neither are family histories.
 *   <li>Goals are for the chart: what is wished for, no fact and no plan. One that is only proposed
 *       is none.
 *   <li>Of a resource that comes with different content the newer version is taken ({@link
 *       Version}), and where nothing tells which that is, the one read later (by what others refer
 *       to, then by the name of the file). A reference by identifier leads to the only one that has
 *       it.
 * </ul>
 *
 * <p>The same Synthea patients read from CSV and from FHIR still differ in: names, race and
 * ethnicity (as spelt; CSV has no language); commas, which its CSV drops; the classes outpatient,
 * urgentcare and wellness where the type of the visit does not tell (FHIR has only AMB); the
 * encounter of an allergy and the stop of an order that no other followed (not in FHIR); numbers
 * that CSV rounds; answers, which are text in CSV and coded in FHIR (other facts only where they
 * are long or have commas), and the income, a text in CSV and a number in FHIR.
 */
public final class FhirReader implements CohortReader {
    private static final String READING = "Reading FHIR";

    private final ResourceParser parser = new ResourceParser();

    @Override
    public String name() {
        return "fhir";
    }

    @Override
    public boolean accepts(Inputs inputs) throws IOException {
        for (InputFile file : inputs.files()) {
            if (FhirFiles.looksLikeFhir(file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress) throws IOException {
        List<FhirFile> files = FhirFiles.of(inputs, sink);
        ByteProgress counted =
                new ByteProgress(
                        progress, Inputs.bytes(files.stream().map(FhirFile::file).toList()));
        Gathered gathered = new Gathered(sink, counted, inputs.isSample());
        Scope lines = new Scope();
        int from = 0;
        while (from < files.size()) {
            int to = from;
            while (to < files.size() && files.get(to).form() == FhirFile.Form.DOCUMENT) {
                to++;
            }
            if (to > from) {
                readDocuments(files.subList(from, to), gathered, sink, counted);
                from = to;
            } else {
                readLines(files.get(from++), gathered, lines, sink, counted);
            }
        }
        gathered.handOver();
    }

    /** What parsing makes of a document: its content, or why it is none. */
    private record Document(
            FileContent content, boolean overflowed, @Nullable MalformedJsonException malformed) {}

    private void readDocuments(
            List<FhirFile> files, Gathered gathered, PatientSink sink, ByteProgress progress)
            throws IOException {
        try (var documents = new DocumentsAhead<>(files, file -> document(file, progress))) {
            while (documents.hasNext()) {
                var parsed = documents.next();
                take(parsed.file(), parsed.content(), gathered, sink);
            }
        }
    }

    private Document document(FhirFile file, ByteProgress progress) throws IOException {
        Overflow overflow = new Overflow();
        FileContent content = content(file, overflow);
        try {
            parse(file, content, progress);
            return new Document(content, overflow.happened, null);
        } catch (MalformedJsonException e) {
            return new Document(content, false, e);
        }
    }

    private void take(FhirFile file, Document document, Gathered gathered, PatientSink sink)
            throws IOException {
        Scope scope = new Scope();
        FileContent content = document.content;
        MalformedJsonException malformed = document.malformed;
        if (malformed == null && document.overflowed) {
            // too much to hold until its end; now it is known to be whole
            content = content(file, full -> gathered.take(full, scope));
            try {
                parse(file, content, ByteProgress.none());
            } catch (MalformedJsonException e) {
                malformed = e;
            }
        }
        if (malformed == null) {
            gathered.take(content, scope);
        } else if (!file.file().isCut()) {
            reject(file, malformed, sink);
        }
    }

    private void parse(FhirFile file, FileContent content, ByteProgress progress)
            throws IOException, MalformedJsonException {
        try (InputStream bytes = file.file().open(progress, READING)) {
            parser.readDocument(bytes, content);
        }
    }

    private void readLines(
            FhirFile file, Gathered gathered, Scope scope, PatientSink sink, ByteProgress progress)
            throws IOException {
        boolean[] full = {false};
        FileContent content = content(file, it -> full[0] = true);
        try (LineStream lines = new LineStream(file.file().open(progress, READING))) {
            while (lines.next()) {
                FileContent.Mark before = content.mark();
                try {
                    parser.readLine(lines, lines.line(), content);
                } catch (MalformedJsonException e) {
                    content.backTo(before);
                    reject(file, e, sink);
                }
                if (full[0]) {
                    gathered.take(content, scope);
                    full[0] = false;
                }
            }
        }
        gathered.take(content, scope);
    }

    private static FileContent content(FhirFile file, FileContent.WhenFull whenFull) {
        return new FileContent(file.file().name(), file.syntheas(), whenFull);
    }

    private static void reject(FhirFile file, MalformedJsonException e, PatientSink sink) {
        sink.rejected(new ImportIssue(file.file().name(), e.line(), null, null, e.reason()));
    }

    /** Forgets what a large document holds while it is only looked whether it is whole. */
    private static final class Overflow implements FileContent.WhenFull {
        private boolean happened;

        @Override
        public void full(FileContent content) {
            happened = true;
            content.clear();
        }
    }
}
