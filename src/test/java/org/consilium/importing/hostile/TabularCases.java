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

/** What may come in any format that is made of tables; the same for each of them. */
final class TabularCases {
    private static final String CONTROL = "The cell holds control characters.";
    private static final String NO_TEXT = "The cell holds bytes that are no text.";
    private static final int MOST = 1 << 20;

    private final TableForm form;

    private TabularCases(TableForm form) {
        this.form = form;
    }

    static List<HostileCase> of(TableForm form) {
        TabularCases cases = new TabularCases(form);
        return Stream.of(
                        cases.header(),
                        cases.rows(),
                        cases.cells(),
                        cases.encodings(),
                        cases.dates(),
                        cases.numbers(),
                        cases.paths(),
                        cases.packed())
                .flatMap(List::stream)
                .map(each -> each.by(form.mapping()))
                .toList();
    }

    /** An issue on line 4 where one cell there is that. */
    private HostileCase fourth(String what, Cell cell, String content, String reason) {
        return inPart(what, form.issue(cell, reason), form.results(form.fourth(cell, content)));
    }

    private List<HostileCase> header() {
        String table = form.table();
        String row = form.row(Cell.TEXT, "x");
        return List.of(
                refused(
                        "an empty file",
                        table + " is empty.",
                        folder -> Files.createFile(folder.resolve(table))),
                whole("a header row only, beside the persons", form.results(form.header())),
                refused(
                        "no header row",
                        form.words().noHeader(),
                        folder ->
                                Files.writeString(form.withPeople(folder).resolve(table), row)
                                        .getParent()),
                inPart(
                        "two columns of one name",
                        table
                                + ", line 1: Several columns have the same name: the first of them is"
                                + " read.",
                        form.results(form.header().strip() + "," + form.columns()[0] + "\n" + row)),
                refused(
                        "10,000 columns",
                        table + " has 10,000 columns: more than 2,000 are not read.",
                        form.results(
                                form.header().strip()
                                        + ",x".repeat(10_000 - form.header().split(",").length)
                                        + "\n"
                                        + row)),
                refused(
                        "100,000 columns, more than its first 64 KB tell",
                        table + " has 100,000 columns: more than 2,000 are not read.",
                        form.results(
                                form.header().strip()
                                        + ",x".repeat(100_000 - form.header().split(",").length)
                                        + "\n"
                                        + row)));
    }

    private List<HostileCase> rows() {
        String table = form.table();
        String endless =
                table + " has a row without an end (a quote that is never closed, it seems).";
        return List.of(
                refused(
                        "a quote that never closes",
                        table
                                + " is not well-formed CSV near line 5: the rest of it can't be read.",
                        form.results(form.fourth(Cell.ID, "\"1") + form.row(Cell.TEXT, "x"))),
                refused(
                        "a quote that never closes, before 3 MB",
                        endless,
                        form.results(
                                form.fourth(Cell.ID, "\"1")
                                        + form.row(Cell.TEXT, "x").repeat(150_000))),
                refused(
                        "a line of 3 MB without its end",
                        endless,
                        form.results(form.good() + "x".repeat(3 << 20))),
                inPart(
                        "a row with too many cells",
                        table + ", line 4: The row has more cells than there are columns.",
                        form.results(form.fourth(Cell.TEXT, "x,y"))),
                inPart(
                        "a row with too few cells",
                        form.words().tooShort(),
                        form.results(form.good() + "1\n")),
                inPart(
                        "the same id twice with different facts",
                        form.words().twice(),
                        form.persons(person("1").replace(",f,", ",m,"))));
    }

    /** Another row like that of the first person. */
    private String person(String id) {
        return id + form.persons().lines().toList().get(1).substring(1) + "\n";
    }

    private List<HostileCase> cells() {
        return List.of(
                whole("a cell of 1 MB", form.results(form.fourth(Cell.TEXT, "x".repeat(MOST)))),
                whole("an id of 1 MB", form.persons(person("9".repeat(MOST)))),
                fourth(
                        "a cell over 1 MB",
                        Cell.TEXT,
                        "x".repeat(MOST + 1),
                        "The cell is too long."),
                fourth("a NUL", Cell.TEXT, "x\0y", CONTROL),
                fourth("a cell of 100,000 NULs", Cell.TEXT, "\0".repeat(100_000), CONTROL),
                fourth("control characters in an id", Cell.ID, "1\u001b[2J", CONTROL),
                whole(
                        "cells that begin with = + - @ (kept as they are)",
                        form.results(
                                form.good()
                                        + form.row(Cell.TEXT, "=1+1")
                                        + form.row(Cell.TEXT, "+1")
                                        + form.row(Cell.TEXT, "-1")
                                        + form.row(Cell.TEXT, "@x"))));
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

    private List<HostileCase> dates() {
        String reason = form.words().notADate();
        return List.of(
                fourth("30 February 2023", Cell.DATE, form.day("2023", "02", "30"), reason),
                fourth("the year 0000", Cell.DATE, form.day("0000", "01", "01"), reason),
                fourth("the year 99999", Cell.DATE, form.day("99999", "01", "01"), reason),
                fourth("the hour 25", Cell.DATE, form.day("2023", "01", "01") + " 25:00", reason));
    }

    private List<HostileCase> numbers() {
        return List.of(
                whole(
                        "a number of 40 characters",
                        form.results(form.fourth(Cell.NUMBER, "1." + "0".repeat(38)))),
                number("a number of 41 characters", "1." + "0".repeat(39)),
                number("1e31", "1e31"),
                number("1e-31", "1e-31"),
                number("1e999999999", "1e999999999"),
                number("NaN", "NaN"),
                number("Infinity", "-Infinity"));
    }

    private HostileCase number(String what, String text) {
        String reason = form.words().notANumber();
        return reason.isEmpty()
                ? whole(what + " (kept as text)", form.results(form.fourth(Cell.NUMBER, text)))
                : fourth(what, Cell.NUMBER, text, reason);
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
