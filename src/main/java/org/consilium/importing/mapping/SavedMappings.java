package org.consilium.importing.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.NotFoundException;
import org.consilium.files.WholeFile;
import org.consilium.importing.ImportException;
import org.jspecify.annotations.Nullable;

/**
 * Mappings kept by name, each a file NAME.json in one folder beside the store: they hold no
 * patient's data, so they are not encrypted and can be given to a colleague. Thread-safe.
 *
 * @param folder made when the first one is saved; null: none is kept
 */
public record SavedMappings(@Nullable Path folder) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.()-]{0,59}");
    private static final String ENDING = ".json";

    /** All of them that can be read, by name. */
    public List<ColumnMapping> all() throws IOException {
        Path there = folder;
        if (there == null || !Files.isDirectory(there)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> inside = Files.list(there)) {
            files = inside.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
        List<ColumnMapping> found = new ArrayList<>();
        for (Path file : files) {
            try {
                found.add(read(file));
            } catch (ImportException e) {
                continue; // told when it is asked for by its name
            }
        }
        return found;
    }

    /**
     * @throws NotFoundException when there is none of that name
     */
    public ColumnMapping named(String name) throws ImportException, IOException {
        Path file = file(name);
        if (file == null || !Files.isRegularFile(file)) {
            throw new NotFoundException("There is no saved mapping " + name + ".");
        }
        return read(file);
    }

    /** Whether one of that name is there. */
    public boolean has(String name) {
        Path file = file(name);
        return file != null && Files.isRegularFile(file);
    }

    /**
     * Keeps it under its name, in place of one that has the same; whole, or not at all.
     *
     * @throws IllegalArgumentException when the name can't be one; the message is a sentence
     */
    public void save(ColumnMapping mapping) throws IOException {
        Path file = file(mapping.name());
        if (file == null) {
            throw new IllegalArgumentException(
                    "A mapping's name has letters, digits, blanks and _ . ( ) - in it, at most 60.");
        }
        Files.createDirectories(file.resolveSibling(""));
        WholeFile.write(file, MappingJson.write(mapping).getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets it; nothing happens when it is not there. */
    public void delete(String name) throws IOException {
        Path file = file(name);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * A mapping in any file; kept under no name of its own, it has that of the file.
     *
     * @throws ImportException when it is none
     */
    public static ColumnMapping read(Path file) throws ImportException, IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > 4L * MappingJson.LONGEST) {
            throw new ImportException(name + " is too long for a mapping.");
        }
        ColumnMapping mapping;
        try {
            mapping = MappingJson.read(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ImportException(name + " is not UTF-8 text, so it is no mapping.", e);
        }
        boolean named = name.endsWith(ENDING) && mapping.name().isEmpty();
        return named ? mapping.named(name.substring(0, name.length() - ENDING.length())) : mapping;
    }

    /** Null where it can't be a name of one. */
    private @Nullable Path file(String name) {
        return folder == null || !NAME.matcher(name).matches()
                ? null
                : folder.resolve(name + ENDING);
    }
}
