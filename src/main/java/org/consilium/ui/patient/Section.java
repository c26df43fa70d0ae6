package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.NamedArg;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A titled part of the chart: the first rows, and more when the person asks. No more nodes are made
 * than are shown.
 */
public final class Section extends VBox {
    private static final int STEP = 50;
    private static final String MARKED = "marked";

    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox rows = new VBox();
    private final Hyperlink more = new Hyperlink();

    private final String empty;

    /**
     * @param name its title
     * @param empty what stands there when there is nothing
     */
    public Section(@NamedArg("name") String name, @NamedArg("empty") String empty) {
        this.empty = empty;
        title.setText(name);
        getStyleClass().add("section");
        title.getStyleClass().add("section-title");
        more.getStyleClass().add("more");
        about.getStyleClass().add("quiet");
        HBox head = new HBox(title, about);
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, rows, more);
    }

    /**
     * @param summary said beside the name; may be empty
     * @param first how many are shown at once
     */
    <T> void show(String summary, List<T> content, int first, Function<T, Node> row) {
        about.setText(summary);
        rows.getChildren().clear();
        if (content.isEmpty()) {
            Label none = new Label(empty);
            none.getStyleClass().add("quiet");
            rows.getChildren().add(none);
        }
        add(content, first, row);
    }

    /**
     * Marks the first row that is wanted, showing more rows for it where it takes that, and unmarks
     * all others.
     *
     * @return the row; null where there is none
     */
    @Nullable Node mark(Predicate<Object> wanted) {
        unmark();
        while (true) {
            for (Node row : rows.getChildren()) {
                if (row.getUserData() != null && wanted.test(row.getUserData())) {
                    row.getStyleClass().add(MARKED);
                    return row;
                }
            }
            if (!more.isVisible()) {
                return null;
            }
            more.fire();
        }
    }

    void unmark() {
        rows.getChildren().forEach(row -> row.getStyleClass().remove(MARKED));
    }

    private <T> void add(List<T> content, int count, Function<T, Node> row) {
        int shown = content.isEmpty() ? 0 : rows.getChildren().size();
        int end = Math.min(content.size(), shown + count);
        List<Node> nodes = new ArrayList<>();
        for (T entry : content.subList(shown, end)) {
            Node node = row.apply(entry);
            node.setUserData(entry);
            nodes.add(node);
        }
        rows.getChildren().addAll(nodes);
        int left = content.size() - end;
        more.setVisible(left > 0);
        more.setManaged(left > 0);
        more.setText("Show " + Math.min(left, STEP) + " more");
        more.setOnAction(event -> {
            more.setVisited(false);
            add(content, STEP, row);
        });
    }
}
