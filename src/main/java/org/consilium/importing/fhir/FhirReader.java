package org.consilium.importing.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;

/**
 * HL7 FHIR R4 Bundles (collection, transaction, batch, searchset) in JSON: plain or gzipped files,
 * folders and archives of them. Streamed: a file is walked once, the resources that are used are
 * mapped one by one, and what was read of all files is held packed until their end, since a
 * patient's resources may be spread over several. A file that is not a whole bundle, or that goes
 * over the {@link JsonLimits}, is rejected as one issue and nothing of it is taken.
 *
 * <p>What can be argued about:
 *
 * <ul>
 *   <li>Partial dates are the first day of their month or year. Times are the wall clock at the
 *       place as written, their zone dropped. In Synthea's bundles the zone is that of the machine
 *       that ran it, while its CSV has times in UTC and conditions, care plans and allergies as
 *       days only: read the same way here, both give the same patient.
 *   <li>What is over without saying since when is taken as over at its start (a condition: when it
 *       was recorded), and so is never shown as going on. A stopped order that is followed by
 *       another of the same drug within two years lasted until that one.
 *   <li>An administration of a drug ordered at the same encounter is no second treatment: it only
 *       dates the order's end.
 *   <li>An allergy without any date holds from birth on.
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
    private final BundleParser parser = new BundleParser();

    @Override
    public String name() {
        return "fhir";
    }

    @Override
    public boolean accepts(Inputs inputs) throws IOException {
        for (InputFile file : inputs.files()) {
            if (BundleFiles.looksLikeBundle(file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (InputFile file : inputs.files()) {
            if (BundleFiles.mayBe(file)) {
                files.add(file);
            } else {
                sink.skipped(file.name());
            }
        }
        ByteProgress counted = new ByteProgress(progress, Inputs.bytes(files));
        Gathered gathered = new Gathered(sink);
        for (InputFile file : files) {
            readFile(file, gathered, sink, counted);
        }
        gathered.handOver(counted);
    }

    private void readFile(
            InputFile file, Gathered gathered, PatientSink sink, ByteProgress progress)
            throws IOException {
        FileContent content = new FileContent(file.name(), BundleFiles.isSyntheas(file));
        try (InputStream bytes = file.open(progress, "Reading bundles")) {
            parser.read(bytes, content);
        } catch (MalformedBundleException e) {
            sink.rejected(new ImportIssue(file.name(), e.line(), null, null, e.reason()));
            return;
        }
        gathered.take(content);
    }
}
