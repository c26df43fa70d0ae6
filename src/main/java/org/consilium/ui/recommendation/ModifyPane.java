package org.consilium.ui.recommendation;

import java.util.function.BiConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** What is done instead of what is recommended. */
public final class ModifyPane extends DecisionPane {
    private final TextField change;
    private boolean fresh;
    private BiConsumer<String, String> onChosen = (what, note) -> {};

    public ModifyPane() {
        this(new TextField());
    }

    private ModifyPane(TextField change) {
        super("What will you do instead?", "Accept with this change", "modify", change);
        this.change = change;
        change.setId("modify-change");
        change.setPromptText("For example: half the dose, or start in two weeks");
        change.setAccessibleText("What you will do instead");
        // the key that opened the pane is no part of the words
        change.addEventFilter(KeyEvent.KEY_PRESSED, event -> fresh = false);
        change.addEventFilter(KeyEvent.KEY_RELEASED, event -> fresh = false);
        change.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (fresh) {
                        event.consume();
                    }
                });
        act().disableProperty().bind(change.textProperty().map(String::isBlank));
    }

    void setOnChosen(BiConsumer<String, String> action) {
        onChosen = action;
    }

    void open() {
        change.clear();
        fresh = true;
        reveal();
        change.requestFocus();
    }

    @Override
    void choose() {
        if (!change.getText().isBlank()) {
            close();
            onChosen.accept(change.getText(), note());
        }
    }
}
