package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.consilium.ui.common.Paragraph;

/**
 * A model card as it is written by the program: headings, paragraphs, named points and tables of
 * Markdown, nothing else.
 */
public final class CardView extends VBox {
    private static final Pattern HEADING = Pattern.compile("#+ +(.*)");
    private static final Pattern POINT = Pattern.compile("- \\*\\*(.*?)\\*\\*:? *(.*)");
    private static final Pattern RULE = Pattern.compile("\\|[-| :]+");

    public CardView() {
        getStyleClass().add("card");
    }

    void show(String markdown) {
        getChildren().clear();
        List<String> table = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : (markdown + "\n\n").lines().map(String::strip).toList()) {
            boolean isRow = line.startsWith("|");
            boolean isText = !isRow && !line.isEmpty() && !line.startsWith("#") && !isPoint(line);
            if (!isRow) {
                addTable(table);
                table.clear();
            }
            if (!isText && !paragraph.isEmpty()) {
                addLine(String.join(" ", paragraph));
                paragraph.clear();
            }
            if (isRow) {
                table.add(line);
            } else if (isText) {
                paragraph.add(line);
            } else {
                addLine(line);
            }
        }
    }

    private static boolean isPoint(String line) {
        return POINT.matcher(line).matches();
    }

    private void addLine(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher point = POINT.matcher(line);
        if (heading.matches()) {
            Label title = new Paragraph(heading.group(1));
            title.getStyleClass().add("card-title");
            getChildren().add(title);
        } else if (point.matches()) {
            getChildren()
                    .add(
                            new TextFlow(
                                    text(point.group(1) + "  ", "card-key"),
                                    text(plain(point.group(2)), "card-text")));
        } else if (!line.isEmpty()) {
            getChildren().add(new TextFlow(text(plain(line), "card-text")));
        }
    }

    private void addTable(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-table");
        int row = 0;
        for (String line : lines) {
            if (!RULE.matcher(line).matches()) {
                int column = 0;
                for (String cell : line.substring(1).split("\\|", -1)) {
                    Label label = new Label(plain(cell.strip()));
                    label.setMinWidth(USE_PREF_SIZE);
                    grid.add(label, column++, row);
                }
                row++;
            }
        }
        // wider than the card: it scrolls by itself so that the text can wrap
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("card-scroll");
        scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.setMinWidth(0);
        scroll.setPrefViewportWidth(0);
        getChildren().add(scroll);
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static String plain(String words) {
        return words.replace("**", "").replace("`", "");
    }
}
