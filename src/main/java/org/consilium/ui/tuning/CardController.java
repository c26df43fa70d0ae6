package org.consilium.ui.tuning;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.jspecify.annotations.Nullable;

/** Binds a model's source attributes to their view model. */
final class CardController {
    private final CardViewModel model;

    @FXML private Label title;
    @FXML private Label count;
    @FXML private Label notice;
    @FXML private Button pdf;
    @FXML private Button json;
    @FXML private Button capsule;
    @FXML private Button share;
    @FXML private Button take;
    @FXML private VBox attributes;

    CardController(CardViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        pdf.setOnAction(event -> save("model-card.pdf", model::savePdf));
        json.setOnAction(event -> save("model-card.json", model::saveJson));
        capsule.setOnAction(event -> save("capsule.json", model::saveCapsule));
        share.setOnAction(event -> save("model.consilium-model", model::share));
        take.setOnAction(event -> open());
        model.cardProperty().addListener((observed, before, now) -> show(now));
        show(model.cardProperty().get());
    }

    private void show(@Nullable Disclosure card) {
        attributes.getChildren().clear();
        if (card == null) {
            return;
        }
        title.setText("Source attributes of " + card.model());
        count.setText(
                "%d of %d are provided. They are those of 45 CFR 170.315(b)(11)(iv)(B), for decision support that predicts."
                        .formatted(card.provided(), card.attributes().size()));
        for (SourceAttribute.Section section : SourceAttribute.Section.values()) {
            Label heading = new Label(section.label());
            heading.getStyleClass().add("card-title");
            attributes.getChildren().add(heading);
            card.attributes().stream()
                    .filter(each -> each.attribute().section() == section)
                    .forEach(each ->
                            attributes.getChildren().add(new AttributePane(each, model::write)));
        }
    }

    private void save(String name, Consumer<Path> saving) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(attributes.getScene().getWindow());
        if (file != null) {
            saving.accept(file.toPath());
        }
    }

    private void open() {
        File file = new FileChooser().showOpenDialog(attributes.getScene().getWindow());
        if (file != null) {
            model.take(file.toPath());
        }
    }
}
