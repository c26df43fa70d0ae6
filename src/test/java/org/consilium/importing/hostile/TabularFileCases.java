package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.importing.hostile.TableForm.Cell;

/** The same tables as files: their encodings, what they are packed in, and where they lie. */
final class TabularFileCases {
    private static final String NO_TEXT = "The cell holds bytes that are no text.";

    private final TableForm form;

    private TabularFileCases(TableForm form) {
        this.form = form;
    }

    static List<HostileCase> of(TableForm form) {
        TabularFileCases cases = new TabularFileCases(form);
        return Stream.of(cases.encodings(), cases.paths(), cases.packed())
                .flatMap(List::stream)
                .toList();
    }

    private List<HostileCase> encodings() {
        String text = form.fourth(Cell.TEXT, "gr\u00f6\u00dfe");
        byte[] wide = form.fourth(Cell.TEXT, "x\ud800y").getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = new byte[wide.length + 2];
        marked[0] = (byte) 0xff;
        marked[1] = (byte) 0xfe;
        System.arraycopy(wide, 0, marked, 2, wide.length);
        return List.of(
                whole("UTF-8 with a byte order mark", form.results("\ufeff" + text)),
                whole(
                        "UTF-16, little-endian with a mark",
                        form.results(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))),
                whole(
                        "UTF-16, big-endian with a mark",
                        form.results(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE))),
                whole("lines that end with CR LF", form.results(text.replace("\n", "\r\n"))),
                whole("lines that end with CR", form.results(text.replace("\n", "\r"))),
                inPart(
                        "a byte that is no UTF-8, in a file that is",
                        form.issue(Cell.TEXT, NO_TEXT),
                        form.results(
                                bytes(
                                        form.fourth(Cell.TEXT, "x?")
                                                + form.row(Cell.TEXT, "gr\u00f6\u00dfe"),
                                        0xff))),
                inPart(
                        "half a surrogate pair in UTF-8 (CESU-8)",
                        form.issue(Cell.TEXT, NO_TEXT),
                        form.results(bytes(form.fourth(Cell.TEXT, "x?"), 0xed, 0xa0, 0x80))),
                inPart(
                        "half a surrogate pair in UTF-16",
                        form.issue(Cell.TEXT, NO_TEXT),
                        form.results(marked)));
    }

    /** In UTF-8, with these bytes in the place of the question mark. */
    private static byte[] bytes(String text, int... inPlace) {
        String[] parts = text.split("\\?");
        byte[] before = parts[0].getBytes(StandardCharsets.UTF_8);
        byte[] after = parts[1].getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + inPlace.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        for (int i = 0; i < inPlace.length; i++) {
            all[before.length + i] = (byte) inPlace[i];
        }
        System.arraycopy(after, 0, all, before.length + inPlace.length, after.length);
        return all;
    }

    private List<HostileCase> paths() {
        String table = form.table();
        String changed =
                table
                        + " was changed while it was being read, so nothing was taken. Try again when"
                        + " it is complete.";
        return List.of(
                refused(
                        "a pipe",
                        table + " is neither a file nor a folder: it is not read.",
                        folder -> FileCases.pipe(folder.resolve(table))),
                refused(
                        "a link to a device",
                        table + " is neither a file nor a folder: it is not read.",
                        folder ->
                                Files.createSymbolicLink(
                                        folder.resolve(table), Path.of("/dev/zero"))),
                whole(
                        "a link to the folder of the export",
                        folder -> {
                            form.whole(Files.createDirectory(folder.resolve("export")));
                            return Files.createSymbolicLink(
                                    folder.resolve("link"), folder.resolve("export"));
                        }),
                refused("a file that grows while it is read", changed, form::whole)
                        .when(imported ->
                                Files.writeString(
                                        imported.resolve(table),
                                        form.row(Cell.TEXT, "x"),
                                        StandardOpenOption.APPEND)),
                refused("a file that vanishes while it is read", changed, form::whole)
                        .when(imported -> Files.delete(imported.resolve(table))));
    }

    private List<HostileCase> packed() {
        String name = form.table() + ".gz";
        String damaged = name + " is damaged: it can't be unpacked to its end.";
        String row = form.row(Cell.TEXT, "x".repeat(1_000_000) + "\0");
        return List.of(
                whole(
                        "a gzip file",
                        folder -> form.results(name, Zips.gzip(form.good())).in(folder)),
                refused(
                        "a gzip file that was cut off",
                        damaged,
                        folder -> {
                            byte[] packed = Zips.gzip(form.good());
                            return form.results(name, Arrays.copyOf(packed, packed.length - 10))
                                    .in(folder);
                        }),
                refused(
                        "a gzip file with rubbish after it",
                        damaged,
                        folder -> {
                            form.results(name, Zips.gzip(form.good())).in(folder);
                            Files.writeString(
                                    folder.resolve(name), "rubbish", StandardOpenOption.APPEND);
                            return folder;
                        }),
                refused(
                        "a gzip file that unpacks to far more than its size (a bomb)",
                        name
                                + " unpacks to far more than its size allows for records (over 81"
                                + " MB): it is not read.",
                        folder ->
                                form.results(name, Zips.gzip(form.good() + row.repeat(92)))
                                        .in(folder)));
    }
}
