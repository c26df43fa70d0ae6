package org.consilium.ui.patient;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ByPulse;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/** The sections of a chart. */
final class ChartSections {
    private static final int ROWS = 8;

    private final Ingredients ingredients;

    @FXML private Section allergies;
    @FXML private Section done;
    @FXML private Section problems;
    @FXML private Section medications;
    @FXML private Section goals;
    @FXML private Section results;
    @FXML private Section circumstances;
    @FXML private Section visits;

    private final ByPulse pieces;
    private final Node root;
    private @Nullable Chart shown;
    private @Nullable RecommendationList advice;

    /**
     * @param ingredients tell whether what was done is what was advised
     */
    ChartSections(Ingredients ingredients) {
        this.ingredients = ingredients;
        root = Views.load(this, "chart.fxml");
        pieces = new ByPulse(root);
    }

    Node root() {
        return root;
    }

    /**
     * @param advised for the visit of the chart; null while it is not known
     */
    void show(
            Chart chart,
            List<Visits.Visit> all,
            Consumer<Visits.Visit> look,
            @Nullable RecommendationList advised) {
        Codes codes = chart.codes();
        // none of them ever behind a link, and at once
        allergies.show("", chart.allergies(), chart.allergies().size(), ChartRows::allergy);
        shown = chart;
        advice = advised;
        visible(goals, !chart.goals().isEmpty()); // most records have none
        visible(done, !Visits.Visit.isDay(chart.visit()));
        // from the top to the bottom, in steps that leave the window free
        pieces.instead(
                List.of(
                        () -> showProblems(chart, codes),
                        () ->
                                medications.show(
                                        "",
                                        chart.medications(),
                                        2 * ROWS,
                                        each -> ChartRows.medication(each, codes)),
                        () ->
                                results.show(
                                        "",
                                        chart.results(),
                                        2 * ROWS,
                                        each -> ChartRows.result(each, codes)),
                        () -> {
                            goals.show(
                                    "", chart.goals(), ROWS, each -> ChartRows.goal(each, codes));
                            showDone(chart, advice);
                        },
                        () ->
                                visits.show(
                                        String.valueOf(all.size()),
                                        all,
                                        ROWS,
                                        each ->
                                                ChartRows.visit(
                                                        each,
                                                        chart.visit(),
                                                        () -> look.accept(each))),
                        () ->
                                circumstances.show(
                                        "",
                                        chart.circumstances(),
                                        ROWS / 2,
                                        each -> ChartRows.problem(each, codes))));
    }

    private void showProblems(Chart chart, Codes codes) {
        List<Chart.Problem> active = chart.problems().stream().filter(p -> p.active()).toList();
        int resolved = chart.problems().size() - active.size();
        problems.show(
                "%d active, %d resolved".formatted(active.size(), resolved),
                chart.problems(),
                Math.max(active.size(), ROWS),
                each -> ChartRows.problem(each, codes));
    }

    /** What was done at the visit, beside what would have been advised. */
    void showDone(Chart chart, @Nullable RecommendationList advised) {
        if (!chart.equals(shown)) {
            return;
        }
        advice = advised;
        long expected =
                advised == null
                        ? 0
                        : chart.done().stream()
                                .filter(each -> each.advised(advised, ingredients) != null)
                                .count();
        String summary =
                advised == null || chart.done().isEmpty()
                        ? ""
                        : "%d of %d were among those to consider"
                                .formatted(expected, chart.done().size());
        done.show(
                summary,
                chart.done(),
                ROWS,
                each ->
                        ChartRows.done(
                                each,
                                advised == null ? "" : each.advice(advised, ingredients),
                                chart.codes()));
    }

    /**
     * Marks what was recorded: its own row, else its visit.
     *
     * @return the row; null where the chart has none
     */
    @Nullable Node mark(ClinicalEvent event) {
        List.of(allergies, problems, medications, goals, results, circumstances, visits)
                .forEach(Section::unmark);
        for (Section section : List.of(problems, circumstances, medications, results, allergies)) {
            Node row = section.mark(entry -> ChartSource.isOf(entry, event));
            if (row != null) {
                return row;
            }
        }
        return visits.mark(entry -> ChartSource.isVisitOf(entry, event));
    }

    private static void visible(VBox node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
