package org.consilium.importing.synthea;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.importing.ByteProgress;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.job.Progress;

/**
 * Folders of CSV files as Synthea exports them (each folder one export). The rows may come in any
 * order: a whole export is held packed, some 70 MB for 10,000 patients with 5 million events.
 */
public final class SyntheaReader implements CohortReader {
    private static final int PEEK = 4096;

    @Override
    public String name() {
        return "synthea";
    }

    @Override
    public boolean accepts(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (!Files.isDirectory(path) || !looksLikeSynthea(path)) {
                return false;
            }
        }
        return !paths.isEmpty();
    }

    @Override
    public void read(List<Path> paths, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        List<SyntheaSource> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(new FolderSource(path));
        }
        readSources(sources, sink, progress);
    }

    static void readSources(List<SyntheaSource> sources, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        long bytes = 0;
        for (SyntheaSource source : sources) {
            for (String file : source.files()) {
                bytes += SyntheaExport.isUsed(file) ? source.size(file) : 0;
            }
        }
        ByteProgress counted = new ByteProgress(progress, bytes);
        TimelineBuffer.Words words = new TimelineBuffer.Words();
        for (SyntheaSource source : sources) {
            new SyntheaExport(source, sink, counted, words).read();
        }
    }

    /** Two of its tables by name, or a table of patients with its column of birth dates. */
    private static boolean looksLikeSynthea(Path folder) throws IOException {
        List<String> used =
                new FolderSource(folder).files().stream().filter(SyntheaExport::isUsed).toList();
        if (used.size() != 1) {
            return used.size() > 1;
        }
        try (InputStream bytes = Files.newInputStream(folder.resolve(used.getFirst()))) {
            return new String(bytes.readNBytes(PEEK), StandardCharsets.UTF_8).contains("BIRTHDATE");
        }
    }
}
