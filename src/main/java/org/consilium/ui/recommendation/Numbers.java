package org.consilium.ui.recommendation;

import java.util.List;
import org.consilium.ui.recommendation.Why.Bar;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** The number at a bar's end. */
record Numbers(List<Bar> bars) implements CategoryItemLabelGenerator {

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
        return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
        return bars.get(column).label();
    }

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
        return bars.get(column).number();
    }
}
