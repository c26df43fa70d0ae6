package org.consilium.importing.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.NotFoundException;
import org.consilium.importing.ImportException;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.job.Job;

/**
 * Everything around a mapping but the import itself: suggesting one, trying it on the first rows,
 * and keeping it for next time. Thread-safe.
 */
public final class MappingService {
    private static final long BEGINNING = 1 << 20;
    private static final int MOST_ROWS = 100;

    private final SavedMappings saved;

    public MappingService(SavedMappings saved) {
        this.saved = saved;
    }

    /** A mapping as headers and first rows suggest it; reads the beginnings only. */
    public Job<MappingSuggestion> suggesting(List<Path> paths) {
        return progress -> looking(paths, MappingSuggester::suggest);
    }

    /**
     * What a mapping makes of the first rows of each file, beside their cells as they stand.
     *
     * @param rows most rows of a file (at most 100 in all)
     */
    public Job<List<MappedRow>> trying(List<Path> paths, ColumnMapping mapping, int rows) {
        return progress -> looking(paths, beginnings -> first(beginnings, mapping, rows));
    }

    /**
     * The first rows of each table as they stand.
     *
     * @param rows most rows of a table
     */
    public Job<List<TableBeginning>> beginnings(List<Path> paths, int rows) {
        return progress -> looking(paths, inputs -> beginnings(inputs, rows));
    }

    private static List<TableBeginning> beginnings(Inputs inputs, int rows)
            throws ImportException, IOException {
        List<TableBeginning> found = new ArrayList<>();
        for (InputFile file : MappedFiles.tables(inputs)) {
            TableSample sample = TableSample.of(file);
            if (sample.names().size() < 2) {
                continue; // a letter, say: there is no patient and something about them
            }
            found.add(
                    new TableBeginning(
                            file.name(),
                            sample.names(),
                            sample.cells().stream().limit(rows).toList()));
        }
        if (found.isEmpty()) {
            throw new ImportException("There is no table (.csv, .tsv, .txt) among these files.");
        }
        return found;
    }

    /** The saved mappings of which each table has a file among these, and each file a table. */
    public Job<List<ColumnMapping>> fitting(List<Path> paths) {
        return progress -> looking(paths, this::fitting);
    }

    /** The saved mappings that fit files which are open. */
    public List<ColumnMapping> fitting(Inputs inputs) throws IOException {
        List<ColumnMapping> found = new ArrayList<>();
        for (ColumnMapping each : saved.all()) {
            if (MappedFiles.fits(inputs, each)) {
                found.add(each);
            }
        }
        return found;
    }

    /** The saved ones. */
    public SavedMappings saved() {
        return saved;
    }

    /**
     * A saved mapping by its name, or else one in a file of that name.
     *
     * @throws NotFoundException when there is neither
     */
    public ColumnMapping find(String nameOrFile) throws ImportException, IOException {
        if (saved.has(nameOrFile)) {
            return saved.named(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new NotFoundException(
                    "There is neither a saved mapping nor a file called " + nameOrFile + ".");
        }
        return SavedMappings.read(file);
    }

    /** What is done with beginnings of files. */
    @FunctionalInterface
    private interface Look<T> {
        T at(Inputs beginnings) throws ImportException, IOException;
    }

    private static <T> T looking(List<Path> paths, Look<T> look)
            throws ImportException, IOException {
        try (Inputs inputs = Inputs.open(paths);
                Inputs beginnings = inputs.sample(BEGINNING, BEGINNING)) {
            return look.at(beginnings);
        } catch (RefusedInputException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<MappedRow> first(Inputs inputs, ColumnMapping mapping, int most)
            throws ImportException, IOException {
        List<String> problems = mapping.problems();
        if (!problems.isEmpty()) {
            throw new ImportException("The mapping can't be used yet: " + problems.getFirst());
        }
        List<MappedRow> found = new ArrayList<>();
        for (Map.Entry<InputFile, TableMapping> each :
                MappedFiles.taken(inputs, mapping).entrySet()) {
            int left = Math.min(most, MOST_ROWS - found.size());
            found.addAll(new MappingTrial(each.getKey(), each.getValue(), left).rows());
        }
        return found;
    }
}
