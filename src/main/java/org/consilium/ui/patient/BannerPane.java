package org.consilium.ui.patient;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.consilium.ui.common.Wrapping;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who this is, always in sight. */
public final class BannerPane extends BorderPane {
    private static final double LEAST = 240;

    public BannerPane() {
        getStyleClass().add("banner");
        setId("patient-banner");
    }

    void show(Banner banner) {
        Label name = new Label(banner.name());
        name.getStyleClass().add("banner-name");
        Wrapping.of(name);
        name.setTooltip(new Tooltip(banner.name()));
        name.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane who = new FlowPane(name, field("Born", banner.born()));
        who.setMinWidth(LEAST);
        // a name that is longer than the banner takes more lines
        name.maxWidthProperty().bind(who.widthProperty().subtract(24));
        who.getStyleClass().add("banner-who");
        if (!banner.died().isEmpty()) {
            who.getChildren().add(field("Died", banner.died()));
        }
        who.getChildren()
                .addAll(field("Sex", banner.sex()), field("Identifier", banner.identifier()));
        HBox right = new HBox(allergies(banner));
        right.getStyleClass().add("banner-right");
        right.setFillHeight(false);
        if (banner.synthetic()) {
            Label synthetic = new Label("SYNTHETIC");
            synthetic.getStyleClass().add("synthetic");
            synthetic.setMinWidth(Region.USE_PREF_SIZE);
            right.getChildren().add(synthetic);
        }
        setCenter(who);
        setRight(right);
        setAccessibleText(
                "%s, born %s, %s, identifier %s, allergies: %s"
                        .formatted(
                                banner.name(),
                                banner.born(),
                                banner.sex(),
                                banner.identifier(),
                                banner.allergiesInFull()));
    }

    private static VBox field(String label, String value) {
        Label caption = new Label(label);
        caption.getStyleClass().add("banner-caption");
        Label content = new Label(value);
        content.getStyleClass().add("banner-value");
        // who this is must never end in dots
        content.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(caption, content);
    }

    private static VBox allergies(Banner banner) {
        boolean known = !banner.allergies().isEmpty();
        Label caption = new Label("Allergies");
        caption.getStyleClass().add("banner-caption");
        Label content = new Label(banner.allergiesInBrief());
        content.setId("allergies");
        content.getStyleClass().addAll("banner-value", known ? "allergy" : "unknown");
        content.setGraphic(new FontIcon(known ? Feather.ALERT_TRIANGLE : Feather.HELP_CIRCLE));
        Wrapping.of(content);
        content.setMaxWidth(380);
        // however low the window: none of them may be cut off
        content.setMinHeight(Region.USE_PREF_SIZE);
        if (known) {
            Tooltip all = new Tooltip(banner.allergiesInFull());
            Wrapping.of(all);
            all.setMaxWidth(480);
            content.setTooltip(all);
            content.setAccessibleText("Allergies: " + banner.allergiesInFull());
        }
        VBox box = new VBox(caption, content);
        box.setMinWidth(140);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll("allergies", known ? "known" : "not-known");
        return box;
    }
}
