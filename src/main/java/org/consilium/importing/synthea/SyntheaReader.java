package org.consilium.importing.synthea;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.TextEncoding;
import org.consilium.job.Progress;

/**
 * Folders of CSV files as Synthea exports them (each folder one export). The rows may come in any
 * order: a whole export is held packed, some 70 MB for 10,000 patients with 5 million events, and
 * larger ones are kept in the store meanwhile.
 */
public final class SyntheaReader implements CohortReader {
    private static final int PEEK = 4096;

    @Override
    public String name() {
        return "synthea";
    }

    @Override
    public boolean accepts(Inputs inputs) throws IOException {
        for (List<InputFile> folder : inputs.byFolder().values()) {
            if (looksLikeSynthea(folder)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        ByteProgress counted =
                new ByteProgress(
                        progress,
                        Inputs.bytes(
                                inputs.files().stream().filter(SyntheaExport::isUsed).toList()));
        for (List<InputFile> folder : inputs.byFolder().values()) {
            if (folder.stream().anyMatch(SyntheaExport::isUsed)) {
                new SyntheaExport(folder, sink, counted).read();
            } else {
                folder.forEach(file -> sink.skipped(file.name()));
            }
        }
    }

    /** The table of patients with its column of birth dates, or two of the others. */
    private static boolean looksLikeSynthea(List<InputFile> folder) throws IOException {
        int others = 0;
        for (InputFile file : folder) {
            if (file.plainName().equals(SyntheaExport.PATIENTS)) {
                byte[] head = file.head(PEEK);
                return new String(head, TextEncoding.of(head).charset())
                        .toUpperCase(Locale.ROOT)
                        .contains("BIRTHDATE");
            }
            others += SyntheaExport.isUsed(file) ? 1 : 0;
        }
        return others > 1;
    }
}
