package org.consilium.importing.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/formats/limits.md, made of the cases that are tested. */
final class LimitsPage {
    private static final String BEGIN = "<!-- cases -->\n";
    private static final String END = "<!-- end of cases -->\n";

    private LimitsPage() {}

    /** By heading. */
    static Map<String, List<HostileCase>> sections() {
        Map<String, List<HostileCase>> sections = new LinkedHashMap<>();
        sections.put("Files and folders", FileCases.all());
        sections.put("Archives", ArchiveCases.all());
        sections.put("Tables", TableCases.all());
        sections.put("OMOP tables", TabularCases.of(TableForm.OMOP));
        sections.put("OMOP tables: births, and the vocabulary", OmopCases.all());
        sections.put("The events format", TabularCases.of(TableForm.EVENTS));
        sections.put("Mapped tables", TabularCases.of(TableForm.MAPPED));
        sections.put("FHIR", FhirCases.all());
        return sections;
    }

    static String tables() {
        StringBuilder text = new StringBuilder(BEGIN);
        sections()
                .forEach((heading, cases) -> {
                    text.append("\n### ").append(heading).append("\n\n");
                    text.append("| what comes | is taken | what a person reads |\n|---|---|---|\n");
                    cases.forEach(each -> text.append(row(each)));
                });
        return text.append('\n').append(END).toString();
    }

    /** The page with these tables in the place of its own. */
    static String replaced(String page, String tables) {
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END) + END.length();
        return page.substring(0, from) + tables + page.substring(to);
    }

    private static String row(HostileCase hostile) {
        String taken =
                switch (hostile.outcome()) {
                    case REFUSED -> "no";
                    case IN_PART -> "the rest";
                    case WHOLE -> "yes";
                };
        return "| %s | %s | %s |\n"
                .formatted(escaped(hostile.what()), taken, escaped(hostile.sentence()));
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
