package org.consilium.importing.synthea;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of CSV files. */
record FolderSource(Path folder) implements SyntheaSource {

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName() == null
                ? folder.toString()
                : String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public List<String> files() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public long size(String file) throws IOException {
        return Files.size(folder.resolve(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(folder.resolve(file));
    }
}
