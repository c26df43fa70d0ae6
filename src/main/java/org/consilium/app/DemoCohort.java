package org.consilium.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The synthetic patients that ship with the program: resources/demo says how they were made. */
final class DemoCohort {
    static final String NAME = "Demo clinic, Washington";

    private static final String RESOURCE = "/demo/synthea-washington.zip";

    private DemoCohort() {}

    /** Writes the Synthea tables into a folder, which must exist. */
    static void unpack(Path folder) throws IOException {
        try (InputStream bytes =
                        Objects.requireNonNull(
                                DemoCohort.class.getResourceAsStream(RESOURCE), RESOURCE);
                ZipInputStream tables = new ZipInputStream(bytes)) {
            for (ZipEntry table = tables.getNextEntry();
                    table != null;
                    table = tables.getNextEntry()) {
                Files.copy(tables, folder.resolve(Path.of(table.getName()).getFileName()));
            }
        }
    }
}
