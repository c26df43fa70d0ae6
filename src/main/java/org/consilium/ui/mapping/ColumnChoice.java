package org.consilium.ui.mapping;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person has said about one column. UI thread only. */
final class ColumnChoice {
    private final String column;
    private final List<String> samples;
    private final ObjectProperty<ColumnRole> role = new SimpleObjectProperty<>(ColumnRole.UNUSED);
    private final StringProperty detail = new SimpleStringProperty("");

    /**
     * @param column its name, or number from 1 where the table has no header
     * @param samples some of its cells
     */
    ColumnChoice(String column, List<String> samples) {
        this.column = column;
        this.samples = List.copyOf(samples);
    }

    String column() {
        return column;
    }

    List<String> samples() {
        return samples;
    }

    ObjectProperty<ColumnRole> roleProperty() {
        return role;
    }

    /** See {@link ColumnRole.Detail}. */
    StringProperty detailProperty() {
        return detail;
    }

    ColumnRole role() {
        return role.get();
    }

    /** Without blanks around it; empty where nothing was said. */
    String detail() {
        String said = detail.get();
        return said == null ? "" : said.strip();
    }

    void is(ColumnRole now, String more) {
        role.set(now);
        detail.set(more);
    }
}
