package org.consilium.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.export.ExportRequest.Compression;
import org.consilium.export.ExportRequest.Existing;
import org.consilium.export.ExportRequest.Packing;

/**
 * The folder that an export becomes: made under another name beside the target and moved into place
 * when it is whole. Closed before that, cancelled or killed, it leaves the target as it was. Not
 * thread-safe.
 */
public final class ExportFolder implements AutoCloseable {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private final Path target;
    private final Packing packing;
    private final Staging staging;
    private final List<ExportFile> files = new ArrayList<>();

    private ExportFolder(Path target, Packing packing, Staging staging) {
        this.target = target;
        this.packing = packing;
        this.staging = staging;
    }

    /**
     * @throws ExportException when there is something in the target that is not to be replaced, or
     *     another export is writing to it
     */
    static ExportFolder begin(Path target, Packing packing) throws ExportException, IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new ExportException(absolute + " is no folder for an export: name one in it.");
        }
        check(absolute, packing.existing());
        Staging staging = claim(absolute, parent);
        try {
            check(absolute, packing.existing()); // an earlier export may have been put back
        } catch (ExportException | IOException e) {
            staging.close();
            throw e;
        }
        return new ExportFolder(absolute, packing, staging);
    }

    private static Staging claim(Path target, Path parent) throws ExportException, IOException {
        try {
            Files.createDirectories(parent);
            return Staging.claim(target);
        } catch (FileAlreadyExistsException | AccessDeniedException | NoSuchFileException e) {
            throw new ExportException(parent + " can't be written to: choose another folder.");
        }
    }

    /** Begins a file; {@code .gz} is added to its name where it is compressed. */
    public ExportFile create(String name, String type) throws IOException {
        boolean gzip = packing.compression() == Compression.GZIP;
        Path file = staging.folder().resolve(gzip ? name + ".gz" : name);
        ExportFile created = new ExportFile(file, type, packing.compression());
        files.add(created);
        return created;
    }

    /** Every file, once they are closed. To be called once. */
    List<Manifest.Entry> entries() {
        return files.stream().map(ExportFile::entry).toList();
    }

    /** Adds the manifest and puts the folder in its place. */
    void publish(Manifest manifest) throws ExportException, IOException {
        Path file = staging.folder().resolve(Manifest.FILE);
        ExportFile written = new ExportFile(file, "manifest", Compression.NONE);
        files.add(written);
        try (OutputStream content = written.content()) {
            content.write(JSON.writeValueAsBytes(manifest));
            content.write('\n');
        }
        check(target, packing.existing());
        staging.publish();
    }

    private static void check(Path target, Existing existing) throws ExportException, IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new ExportException(target + " is a file: name a folder that is to be made.");
        }
        Set<String> inside = new HashSet<>();
        try (Stream<Path> list = Files.list(target)) {
            list.forEach(file -> inside.add(String.valueOf(file.getFileName())));
        }
        if (inside.isEmpty()) {
            return;
        }
        if (!exported(target).containsAll(inside)) {
            throw new ExportException(
                    target + " holds files that are no export: choose another folder.");
        }
        if (existing == Existing.KEEP) {
            throw new ExportException(
                    target
                            + " holds an earlier export: choose another folder, or replace it with"
                            + " --force.");
        }
    }

    /** Names of the files that an earlier export made there; empty where there was none. */
    private static Set<String> exported(Path target) {
        Set<String> names = new HashSet<>();
        try {
            JsonNode manifest = JSON.readTree(target.resolve(Manifest.FILE).toFile());
            if (manifest.path("format").asText().startsWith(Manifest.OURS)) {
                names.add(Manifest.FILE);
                manifest.path("files").forEach(file -> names.add(file.path("name").asText()));
            }
        } catch (IOException e) {
            // then it is nobody's export
        }
        return names;
    }

    /** Leaves nothing but what was published. */
    @Override
    public void close() throws IOException {
        try {
            for (ExportFile file : files) {
                file.abandon();
            }
        } finally {
            staging.close();
        }
    }
}
