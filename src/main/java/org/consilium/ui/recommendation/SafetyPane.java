package org.consilium.ui.recommendation;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.NotChecked;
import org.consilium.recommend.safety.SafetyFinding;
import org.consilium.recommend.safety.SafetyVerdict;
import org.consilium.ui.common.Paragraph;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What speaks against the selected item: each rule, what makes it so, and who says so. */
public final class SafetyPane extends VBox {
    public SafetyPane() {
        getStyleClass().add("safety-pane");
        show(ItemSafety.NOTHING);
    }

    void show(ItemSafety safety) {
        getChildren().clear();
        for (SafetyFinding finding : safety.findings()) {
            getChildren().add(finding(finding));
        }
        for (NotChecked missing : safety.notChecked()) {
            VBox box =
                    new VBox(chip("Not checked", null), text(missing.words() + ".", "safety-text"));
            box.getStyleClass().addAll("safety-finding", "not-checked");
            getChildren().add(box);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private static VBox finding(SafetyFinding finding) {
        String verdict =
                finding.verdict().label()
                        + ": "
                        + finding.family().label().toLowerCase(Locale.ROOT);
        VBox box =
                new VBox(
                        chip(verdict, finding.verdict()),
                        text(finding.sentence(), "safety-text"),
                        text("The patient " + finding.because() + ".", "safety-because"),
                        text(
                                "Source: %s. %s."
                                        .formatted(
                                                finding.source().words(),
                                                confirmed(finding.source().confirmed())),
                                "safety-source"));
        box.getStyleClass()
                .addAll(
                        "safety-finding",
                        finding.verdict() == SafetyVerdict.CONTRAINDICATED
                                ? "contraindicated"
                                : "caution");
        return box;
    }

    private static String confirmed(String how) {
        return how.substring(0, 1).toUpperCase(Locale.ROOT) + how.substring(1);
    }

    private static Node chip(String words, @Nullable SafetyVerdict verdict) {
        Label label = new Label(words, new FontIcon(SafetyChip.icon(verdict)));
        label.getStyleClass().addAll("safety-chip", SafetyChip.style(verdict));
        return label;
    }

    private static Label text(String words, String style) {
        Label label = new Paragraph(words);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
