package org.consilium.importing.events;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;

/**
 * The events format, version 1 (docs/formats/events.md): folders with an events.csv and, but for
 * exports that know their patients by identifier only, a patients.csv. The rows may come in any
 * order: a folder is held packed, and what has no room in memory waits in the store.
 */
public final class EventsReader implements CohortReader {

    @Override
    public String name() {
        return "events";
    }

    @Override
    public boolean accepts(Inputs inputs) throws IOException {
        for (InputFile file : inputs.files()) {
            if (EventsFolder.isEvents(file) && columns(file).containsAll(EventRows.COLUMNS)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> columns(InputFile file) throws IOException {
        return Dialect.of(file).header(file).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public boolean marksSynthetic(Inputs inputs) throws ImportException, IOException {
        List<InputFile> patients =
                inputs.files().stream().filter(EventsFolder::isPatients).toList();
        for (InputFile file : patients) {
            if (!columns(file).contains(PatientRows.SYNTHETIC) || !PatientRows.allSynthetic(file)) {
                return false;
            }
        }
        return !patients.isEmpty();
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        List<InputFile> used = inputs.files().stream().filter(EventsFolder::isUsed).toList();
        if (used.stream().noneMatch(EventsFolder::isEvents)) {
            throw new ImportException(
                    "There is no events.csv: the events format has one, and a patients.csv.");
        }
        ByteProgress counted = new ByteProgress(progress, Inputs.bytes(used));
        for (List<InputFile> folder : inputs.byFolder().values()) {
            if (folder.stream().anyMatch(EventsFolder::isUsed)) {
                new EventsFolder(folder, sink, counted).read();
            } else {
                folder.forEach(file -> sink.skipped(file.name()));
            }
        }
    }
}
