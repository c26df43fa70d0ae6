package org.consilium.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The base models that ship with the program: one folder of files. Thread-safe. */
public final class ModelArchive {
    private static final String SUFFIX = ".consilium";
    private static final String CARD = ".md";
    private static final String DEFAULT = "default.txt";
    private final Path folder;

    public ModelArchive(Path folder) {
        this.folder = folder;
    }

    /** Names in alphabetical order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    names.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder of base models could not be read.", e);
            }
        }
        names.sort(null);
        return names;
    }

    /**
     * The model that is served until another is promoted: what {@code default.txt} names, else the
     * first by name; empty where there is none.
     */
    Optional<String> defaultName() {
        List<String> names = names();
        try {
            Path told = folder.resolve(DEFAULT);
            String wanted = Files.exists(told) ? Files.readString(told).strip() : "";
            return names.contains(wanted) ? Optional.of(wanted) : names.stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of base models could not be read.", e);
        }
    }

    Optional<LearnedModel> read(String name) {
        Path file = folder.resolve(name + SUFFIX);
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ModelFile().read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The base model " + name + " could not be read.", e);
        }
    }

    Optional<String> card(String name) {
        Path file = folder.resolve(name + CARD);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The card of " + name + " could not be read.", e);
        }
    }

    /** Writes a base model with its card. */
    public void write(LearnedModel model, String card) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(model.name() + SUFFIX), new ModelFile().write(model));
        Files.writeString(folder.resolve(model.name() + CARD), card);
    }
}
