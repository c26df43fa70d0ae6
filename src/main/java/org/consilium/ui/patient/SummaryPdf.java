package org.consilium.ui.patient;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.paper.Sheet;
import org.consilium.paper.Style;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A patient on one page of A4: who it is, allergies, problems, active medication, latest results,
 * and what to consider, as of one visit. What has no room is counted, never left out silently;
 * allergies are never cut.
 */
final class SummaryPdf {
    private static final float LINE = 13;
    private static final float COLUMN = (Sheet.RIGHT - Sheet.LEFT - 24) / 2;
    private static final float SECOND = Sheet.LEFT + COLUMN + 24;
    private static final int ROWS = 14;

    /** Where allergies take lines, so that the page stays one. */
    private static final int FEWER_ROWS = 9;

    private static final int MANY_ALLERGIES = 4;
    private static final int RESULTS = 12;
    private static final int ITEMS = 6;
    private static final String SYNTHETIC = "SYNTHETIC DATA";

    private final Sheet sheet;
    private float down;

    private SummaryPdf(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param advice null where it is not known
     * @param made of the foot
     */
    static byte[] of(
            Banner banner, Chart chart, @Nullable RecommendationList advice, LocalDate made)
            throws IOException {
        String title = "Summary of " + banner.name();
        try (Sheet sheet = new Sheet(title, banner.synthetic() ? SYNTHETIC : "")) {
            new SummaryPdf(sheet).write(banner, chart, advice);
            return sheet.finished(
                    "%s%s \u00b7 %s \u00b7 made %s by Consilium"
                            .formatted(
                                    banner.synthetic() ? SYNTHETIC + " \u00b7 " : "",
                                    banner.name(),
                                    banner.identifier(),
                                    PatientWords.date(made)));
        }
    }

    private void write(Banner banner, Chart chart, @Nullable RecommendationList advice)
            throws IOException {
        who(banner, chart);
        int rows = chart.allergies().size() > MANY_ALLERGIES ? FEWER_ROWS : ROWS;
        down = 0;
        List<Chart.Problem> active =
                chart.problems().stream().filter(Chart.Problem::active).toList();
        part("Problems", Sheet.LEFT, active, rows, Chart.Problem::name, this::since);
        float left = down;
        sheet.down(-left);
        down = 0;
        part(
                "Active medication",
                SECOND,
                chart.medications(),
                rows,
                Medication::name,
                each -> each.startedNow() ? "this visit" : PatientWords.date(each.since()));
        sheet.down(Math.max(left, down) - down + 8);
        down = 0;
        results(chart.results());
        sheet.down(8);
        toConsider(advice);
    }

    private void who(Banner banner, Chart chart) throws IOException {
        sheet.down(14);
        sheet.text(banner.name(), Style.TITLE, Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT);
        sheet.down(18);
        String died = banner.died().isEmpty() ? "" : " \u00b7 Died " + banner.died();
        sheet.text(
                "Born %s%s \u00b7 %s \u00b7 Identifier %s"
                        .formatted(banner.born(), died, banner.sex(), banner.identifier()),
                Style.TEXT,
                Sheet.LEFT,
                Sheet.RIGHT - Sheet.LEFT);
        sheet.down(LINE);
        if (!sheet.prints(banner.name(), Style.TITLE)) {
            sheet.text(
                    "The name has letters that this page cannot print (?): go by the identifier.",
                    Style.ALERT,
                    Sheet.LEFT);
            sheet.down(LINE);
        }
        sheet.text(
                "As of %s%s: nothing later is on this page."
                        .formatted(
                                Visits.Visit.isDay(chart.visit()) ? "" : "the visit of ",
                                PatientWords.date(chart.visit().start().toLocalDate())),
                Style.QUIET,
                Sheet.LEFT);
        sheet.down(12);
        sheet.rule();
        sheet.down(18);
        String allergies =
                chart.allergies().isEmpty()
                        ? PatientWords.NOT_KNOWN
                        : chart.allergies().stream()
                                .map(Allergy::inFull)
                                .collect(Collectors.joining(" \u00b7 "));
        sheet.text("Allergies", Style.HEADING, Sheet.LEFT);
        sheet.down(LINE + 2);
        sheet.paragraph(
                allergies,
                chart.allergies().isEmpty() ? Style.TEXT : Style.ALERT,
                Sheet.LEFT,
                Sheet.RIGHT - Sheet.LEFT);
        sheet.down(10);
    }

    private String since(Chart.Problem problem) {
        return PatientWords.date(problem.since());
    }

    private void line() {
        sheet.down(LINE);
        down += LINE;
    }

    private <T> void part(
            String title,
            float x,
            List<T> all,
            int most,
            Function<T, String> name,
            Function<T, String> since)
            throws IOException {
        sheet.text(title, Style.HEADING, x);
        line();
        if (all.isEmpty()) {
            sheet.text(PatientWords.NOT_KNOWN, Style.TEXT, x);
            line();
        }
        for (T each : all.subList(0, Math.min(most, all.size()))) {
            sheet.text(name.apply(each), Style.TEXT, x, COLUMN - 66);
            sheet.right(since.apply(each), Style.QUIET, x + COLUMN);
            line();
        }
        if (all.size() > most) {
            sheet.text(more(all.size() - most), Style.QUIET, x);
            line();
        }
    }

    private static String more(int number) {
        return "and %d more in the record".formatted(number);
    }

    private void results(List<Result> all) throws IOException {
        sheet.text("Latest results", Style.HEADING, Sheet.LEFT);
        line();
        if (all.isEmpty()) {
            sheet.text(PatientWords.NOT_KNOWN, Style.TEXT, Sheet.LEFT);
            line();
        }
        for (Result each : all.subList(0, Math.min(RESULTS, all.size()))) {
            sheet.text(each.name(), Style.TEXT, Sheet.LEFT, 188);
            sheet.text(
                    (each.value() + " " + Wording.unit(each.unit())).strip(),
                    Style.STRONG,
                    Sheet.LEFT + 192,
                    108);
            sheet.text(each.trend(), Style.QUIET, Sheet.LEFT + 304, 78);
            sheet.text(
                    each.range().isEmpty() ? "" : "ref. " + each.range(),
                    Style.QUIET,
                    Sheet.LEFT + 384,
                    60);
            sheet.right(PatientWords.date(each.at().toLocalDate()), Style.QUIET, Sheet.RIGHT);
            line();
        }
        if (all.size() > RESULTS) {
            sheet.text(more(all.size() - RESULTS), Style.QUIET, Sheet.LEFT);
            line();
        }
    }

    private void toConsider(@Nullable RecommendationList advice) throws IOException {
        sheet.text("To consider", Style.HEADING, Sheet.LEFT);
        sheet.down(LINE);
        if (advice == null) {
            sheet.text(PatientWords.NOT_KNOWN, Style.TEXT, Sheet.LEFT);
            sheet.down(LINE);
            return;
        }
        for (Recommendation each :
                advice.items().subList(0, Math.min(ITEMS, advice.items().size()))) {
            sheet.right(Wording.percent(each.probability()), Style.STRONG, Sheet.LEFT + 30);
            sheet.text("Consider " + Wording.name(each.item()), Style.TEXT, Sheet.LEFT + 40, 380);
            sheet.right(Wording.kind(each.kind()), Style.QUIET, Sheet.RIGHT);
            sheet.down(LINE);
        }
        if (!advice.withheld().isEmpty()) {
            sheet.text(
                    "%d withheld for safety: see the program for what and why."
                            .formatted(advice.withheld().size()),
                    Style.TEXT,
                    Sheet.LEFT);
            sheet.down(LINE);
        }
        sheet.paragraph(
                "Share of visits like this one at which it was begun, by model %s: an association, not a cause. Supports, never replaces, clinical judgement; not a medical device."
                        .formatted(advice.model()),
                Style.QUIET,
                Sheet.LEFT,
                Sheet.RIGHT - Sheet.LEFT);
    }
}
