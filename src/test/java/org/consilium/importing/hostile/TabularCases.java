package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.importing.hostile.TableForm.Cell;

/** What may come in any format that is made of tables; the same for each of them. */
final class TabularCases {
    private static final String CONTROL = "The cell holds control characters.";
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
                        cases.dates(),
                        cases.numbers(),
                        TabularFileCases.of(form))
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
}
