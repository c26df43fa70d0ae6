package org.consilium.ui.tuning;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.ui.common.Paragraph;

/** One source attribute: what is said, by whom, and a way to say it otherwise. */
final class AttributePane extends VBox {
    private static final int LINES = 3;

    AttributePane(Disclosure.Entry entry, BiConsumer<SourceAttribute, String> write) {
        getStyleClass().add("attribute");
        Label name = new Label(entry.label());
        name.getStyleClass().add("attribute-name");
        Label source =
                new Label(
                        entry.attribute().paragraph()
                                + (entry.by() != null
                                        ? " \u00b7 by " + entry.by()
                                        : entry.isProvided() ? " \u00b7 from the program" : ""));
        source.getStyleClass().add("quiet");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button edit = new Button("Edit");
        edit.getStyleClass().add("flat");
        edit.setAccessibleText("Edit: " + entry.label());
        HBox head = new HBox(name, source, edit);
        head.getStyleClass().add("attribute-head");
        Label words = new Paragraph(entry.words());
        words.getStyleClass().add(entry.isProvided() ? "attribute-words" : "quiet");
        Node editor = editor(entry, write);
        editor.setVisible(false);
        editor.setManaged(false);
        edit.setOnAction(event -> {
            boolean shown = !editor.isVisible();
            editor.setVisible(shown);
            editor.setManaged(shown);
        });
        getChildren().addAll(head, words, editor);
    }

    private static Node editor(Disclosure.Entry entry, BiConsumer<SourceAttribute, String> write) {
        TextArea text = new TextArea(entry.by() == null ? "" : entry.words());
        text.setPrefRowCount(LINES);
        text.setWrapText(true);
        text.setPromptText("In your own words; empty takes back what was written");
        text.setAccessibleText(entry.label());
        Button save = new Button("Save");
        save.getStyleClass().add("accent");
        save.setAccessibleText("Save: " + entry.label());
        save.setOnAction(event -> write.accept(entry.attribute(), text.getText()));
        HBox line = new HBox(text, save);
        HBox.setHgrow(text, Priority.ALWAYS);
        line.getStyleClass().add("attribute-head");
        return line;
    }
}
