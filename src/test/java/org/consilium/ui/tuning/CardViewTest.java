package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CardViewTest {
    private static final String CARD =
            """
            # Model card: ours

            Two lines of
            one paragraph.

            - **Learned from**: Riverside
            - **Hash**: `abc`

            | model | NDCG@10 |
            |---|---|
            | before | 0.8 |
            """;

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        switch (node) {
            case Label label -> texts.add(label.getText());
            case TextFlow flow -> {
                StringBuilder whole = new StringBuilder();
                flow.getChildren().forEach(text -> whole.append(((Text) text).getText()));
                texts.add(whole.toString());
            }
            case ScrollPane scroll -> texts.addAll(texts(scroll.getContent()));
            case GridPane grid -> grid.getChildren().forEach(cell -> texts.addAll(texts(cell)));
            default -> {}
        }
        return texts;
    }

    @Test
    void aCardIsReadWithoutItsMarks(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> {
            CardView card = new CardView();
            card.show(CARD);
            card.show(CARD);
            card.getChildren().forEach(node -> texts.addAll(texts(node)));
        });
        assertThat(texts)
                .filteredOn(text -> !text.isEmpty())
                .containsExactly(
                        "Model card: ours",
                        "Two lines of one paragraph.",
                        "Learned from  Riverside",
                        "Hash  abc",
                        "model",
                        "NDCG@10",
                        "before",
                        "0.8");
    }
}
