package org.consilium.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What each key does, over whatever is shown; Esc, F1 or the button puts it away. */
final class KeySheet extends StackPane {
    /** A key and what it does. */
    private record Key(String key, String does) {}

    private static final Map<String, List<Key>> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put(
                "Everywhere",
                List.of(
                        new Key("F1", "These keys"),
                        new Key("Tab, Shift+Tab", "Next, previous control"),
                        new Key("F6, Shift+F6", "Next, previous part of the window"),
                        new Key("Space", "Press the button that has the keys"),
                        new Key("Alt+Left", "Back: patient, worklist, cohorts"),
                        new Key("Ctrl+Plus, Ctrl+Minus", "Larger, smaller text"),
                        new Key("Ctrl+0", "Text at 100 %"),
                        new Key("F2", "Light, dark, high contrast")));
        PLACES.put(
                "Worklist",
                List.of(
                        new Key("Ctrl+F", "Search"),
                        new Key("Esc", "In the search: clear it"),
                        new Key("Down", "From the search to the patients"),
                        new Key("Enter", "Open the patient")));
        PLACES.put(
                "Patient",
                List.of(
                        new Key("Page Up, Page Down", "In the timeline: visit before, after"),
                        new Key("Plus, Minus", "In the timeline: closer, wider"),
                        new Key("Left, Right", "In the timeline: earlier, later"),
                        new Key("Home", "In the timeline: the whole record"),
                        new Key("Ctrl+D", "Any day to look back to"),
                        new Key("Ctrl+P", "Save the one-page summary")));
        PLACES.put(
                "To consider",
                List.of(
                        new Key("Up, Down", "Previous, next item"),
                        new Key("A", "Accept"),
                        new Key("D", "Decline with a reason"),
                        new Key("M, S", "Modify, put off"),
                        new Key("O", "Accept what is withheld, with a reason"),
                        new Key("U", "Take the decision back"),
                        new Key("F", "Find any item: why not?")));
    }

    private final Runnable close;
    private final Button done = new Button("Close");

    /**
     * @param close takes it away
     */
    KeySheet(Runnable close) {
        this.close = close;
        setId("key-sheet");
        getStyleClass().add("key-sheet");
        getStylesheets().add(String.valueOf(KeySheet.class.getResource("shell.css")));
        Label title = new Label("Keys");
        title.getStyleClass().add("screen-title");
        FlowPane places = new FlowPane(32, 20);
        places.setRowValignment(VPos.TOP);
        places.setPrefWrapLength(860);
        PLACES.forEach((place, keys) -> places.getChildren().add(part(place, keys)));
        ScrollPane scroll = new ScrollPane(places);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setAccessibleText("What each key does");
        done.setId("close-key-sheet");
        done.setOnAction(event -> close.run());
        VBox card = new VBox(title, scroll, done);
        card.getStyleClass().add("key-card");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        card.setMaxSize(920, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Takes the keys. */
    void focus() {
        done.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        }
    }

    private static VBox part(String place, List<Key> keys) {
        Label title = new Label(place);
        title.getStyleClass().add("part-title");
        GridPane grid = new GridPane(16, 4);
        for (Key each : keys) {
            Label key = new Label(each.key());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(each.does());
            does.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), key, does);
        }
        VBox part = new VBox(title, grid);
        part.getStyleClass().add("key-part");
        return part;
    }
}
