package org.consilium.ui.recommendation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import java.util.Objects;
import org.consilium.ui.recommendation.Why.Bar;
import org.consilium.ui.recommendation.Why.Part;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Signed bars with their numbers at the end and nothing else: the labels are the window's own, one
 * a band of equal height.
 */
final class EvidenceChart {
    /** Share of a band that stays empty. */
    private static final double GAP = .44;

    /** Where there are no bars, as a share of the width. */
    private static final double EDGE = .02;

    private static final double OUTLINE = .75;

    private EvidenceChart() {}

    /** The theme's colours. */
    record Colours(Color speaksFor, Color speaksAgainst, Color neutral, Color text, Color axis) {}

    /**
     * @param room for a number at either end, as a share of the width
     */
    static JFreeChart of(List<Bar> bars, double room, Colours colours, Font font) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < bars.size(); i++) {
            data.addValue(bars.get(i).shown() / 100.0, "share", Integer.valueOf(i));
        }
        CategoryPlot plot =
                new CategoryPlot(
                        data,
                        categories(bars.size()),
                        axis(bars, room),
                        renderer(bars, colours, font));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(colours.axis());
        plot.setRangeZeroBaselineStroke(new BasicStroke(1));
        JFreeChart chart = new JFreeChart(null, font, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private static CategoryAxis categories(int count) {
        CategoryAxis axis = new CategoryAxis();
        axis.setVisible(false);
        axis.setLowerMargin(GAP / (2 * count));
        axis.setUpperMargin(GAP / (2 * count));
        axis.setCategoryMargin(GAP * (count - 1) / count);
        return axis;
    }

    private static NumberAxis axis(List<Bar> bars, double room) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(range(bars, room));
        return axis;
    }

    private static Range range(List<Bar> bars, double room) {
        double low = 0;
        double high = 0;
        for (Bar bar : bars) {
            low = Math.min(low, bar.value());
            high = Math.max(high, bar.value());
        }
        double left = low < 0 ? room : EDGE;
        double right = high > 0 ? room : EDGE;
        double whole = Math.max(high - low, .1) / Math.max(.1, 1 - left - right);
        return new Range(low - left * whole, low - left * whole + whole);
    }

    /** Where nothing is said for or against, as a share of the width from the left. */
    static double zero(List<Bar> bars, double room) {
        Range range = range(bars, room);
        return -range.getLowerBound() / range.getLength();
    }

    private static BarRenderer renderer(List<Bar> bars, Colours colours, Font font) {
        BarRenderer renderer = new SignedBars(bars, colours);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(1);
        renderer.setMinimumBarLength(OUTLINE);
        renderer.setDefaultItemLabelGenerator(new Numbers(bars));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(font);
        renderer.setDefaultItemLabelPaint(colours.text());
        renderer.setItemLabelAnchorOffset(5);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        return renderer;
    }

    private static final class SignedBars extends BarRenderer {
        private static final long serialVersionUID = 1L;
        private final transient List<Bar> bars;
        private final transient Colours colours;

        SignedBars(List<Bar> bars, Colours colours) {
            this.bars = bars;
            this.colours = colours;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            Bar bar = bars.get(column);
            if (bar.part() == Part.SUM) {
                return colours.text();
            }
            if (bar.part() == Part.START) {
                return colours.neutral();
            }
            return bar.shown() < 0 ? colours.speaksAgainst() : colours.speaksFor();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SignedBars that
                    && super.equals(other)
                    && bars.equals(that.bars)
                    && colours.equals(that.colours);
        }

        @Override
        public int hashCode() {
            return Objects.hash(bars, colours);
        }
    }
}
