package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.LearningPoint;
import org.consilium.tuning.Metric;
import org.consilium.tuning.ReliabilityCurve;
import org.consilium.tuning.RunFindings;
import org.consilium.ui.common.Paragraph;
import org.jspecify.annotations.Nullable;

/** Whether probabilities are kept, and how a run would have done with fewer patients. */
public final class QualityPlots extends HBox {
    private final PointPlot reliability = new PointPlot();
    private final Label errors = quiet();
    private final PointPlot learning = new PointPlot();
    private final Label meaning = quiet();
    private final VBox left = pane("Are its probabilities kept?", reliability, errors);
    private final VBox right = pane("With fewer patients", learning, meaning);

    public QualityPlots() {
        getStyleClass().add("plots");
        getChildren().addAll(left, right);
        reliability.setId("reliability");
        learning.setId("learning");
    }

    private static Label quiet() {
        Label label = new Paragraph();
        label.getStyleClass().add("quiet");
        return label;
    }

    private static VBox pane(String title, PointPlot plot, Label words) {
        Label head = new Label(title);
        head.getStyleClass().add("part-title");
        VBox pane = new VBox(head, plot, words);
        pane.getStyleClass().add("plot");
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    void show(FineTuneRun run) {
        RunFindings findings = run.findings();
        List<ReliabilityCurve> curves = findings == null ? List.of() : findings.reliability();
        List<LearningPoint> points = findings == null ? List.of() : findings.learning();
        visible(left, !curves.isEmpty());
        visible(right, !points.isEmpty());
        visible(this, !curves.isEmpty() || !points.isEmpty());
        kept(curves);
        fewer(points, run);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void kept(List<ReliabilityCurve> curves) {
        List<PointPlot.Course> lines = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ReliabilityCurve curve : curves) {
            List<PointPlot.Point> points =
                    curve.calibration().bins().stream()
                            .map(bin ->
                                    new PointPlot.Point(
                                            bin.meanProbability(),
                                            bin.observedRate(),
                                            bin.observedRate(),
                                            bin.observedRate()))
                            .toList();
            lines.add(new PointPlot.Course(curve.model(), curve.model(), points));
            words.add(
                    curve.model()
                            + " "
                            + fine(curve.error())
                            + ", from .1 to .9 "
                            + fine(curve.errorWithin()));
        }
        List<PointPlot.Tick> ticks =
                IntStream.rangeClosed(0, 5)
                        .mapToObj(i ->
                                new PointPlot.Tick(
                                        i / 5., String.format(Locale.ROOT, "%d%%", 20 * i)))
                        .toList();
        PointPlot.Span whole = new PointPlot.Span(0, 1);
        reliability.show(
                lines, ticks, whole, whole, "probability that was told; up: part started", true);
        errors.setText(
                "On the dashed line, as many are started as was told. Expected calibration error: "
                        + String.join("; ", words)
                        + ".");
    }

    private static String fine(@Nullable Estimate estimate) {
        return estimate == null
                ? "not known"
                : String.format(
                        Locale.ROOT,
                        "%.4f [%.4f, %.4f]",
                        estimate.mean(),
                        estimate.low(),
                        estimate.high());
    }

    private void fewer(List<LearningPoint> points, FineTuneRun run) {
        if (points.isEmpty()) {
            return;
        }
        int all = run.provenance().patients();
        List<PointPlot.Point> tuned = new ArrayList<>();
        List<PointPlot.Point> scratch = new ArrayList<>();
        for (LearningPoint each : points) {
            tuned.add(point(each.patients(), each.tuned()));
            if (each.scratch() != null) {
                scratch.add(point(each.patients(), each.scratch()));
            }
        }
        add(tuned, all, overall(run, "after"));
        add(scratch, all, overall(run, "scratch"));
        List<PointPlot.Course> lines = new ArrayList<>();
        lines.add(new PointPlot.Course("tuned", "after", tuned));
        if (!scratch.isEmpty()) {
            lines.add(new PointPlot.Course("from nothing", "before", scratch));
        }
        List<PointPlot.Tick> ticks =
                Stream.concat(points.stream().map(LearningPoint::patients), Stream.of(all))
                        .map(patients ->
                                new PointPlot.Tick(
                                        Math.log(patients),
                                        String.format(Locale.UK, "%,d", patients)))
                        .toList();
        double low = least(lines);
        learning.show(
                lines,
                ticks,
                new PointPlot.Span(Math.log(points.getFirst().patients()), Math.log(all)),
                new PointPlot.Span(Math.floor(low * 10) / 10, 1),
                "patients learned from; up: NDCG@10, clinical items",
                false);
        meaning.setText(
                "The same held-out patients each time; the whiskers are 95% intervals over these. Where the line still rises, more patients would help.");
    }

    private static double least(List<PointPlot.Course> lines) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(PointPlot.Point::low)
                .min()
                .orElse(0);
    }

    private static void add(
            List<PointPlot.Point> points, int patients, @Nullable Estimate estimate) {
        if (estimate != null) {
            points.add(point(patients, estimate));
        }
    }

    private static PointPlot.Point point(int patients, Estimate estimate) {
        return new PointPlot.Point(
                Math.log(patients), estimate.mean(), estimate.low(), estimate.high());
    }

    private static @Nullable Estimate overall(FineTuneRun run, String model) {
        return run.evaluation().rows().stream()
                .filter(row ->
                        row.model().equals(model) && row.clinicalItemsOnly() && row.kind() == null)
                .findFirst()
                .map(row -> row.metrics().get(Metric.NDCG_10))
                .orElse(null);
    }
}
