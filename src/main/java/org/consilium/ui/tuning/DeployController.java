package org.consilium.ui.tuning;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.tuning.Lineage;
import org.consilium.tuning.ServingState;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.tuning.DeployViewModel.Deployed;
import org.jspecify.annotations.Nullable;

/** Binds what is served, its lineage and the stop switch to their view model. */
final class DeployController {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK);
    private static final double INDENT = 24;

    private final DeployViewModel model;

    @FXML private Label state;
    @FXML private TextField who;
    @FXML private TextField reason;
    @FXML private Button stop;
    @FXML private Button start;
    @FXML private Label failure;
    @FXML private Button back;
    @FXML private VBox tree;
    @FXML private VBox history;

    DeployController(DeployViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        who.textProperty().bindBidirectional(model.whoProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        failure.textProperty().bind(model.failureProperty());
        failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
        failure.managedProperty().bind(model.failureProperty().isNotEmpty());
        stop.setOnAction(event -> model.stop());
        start.setOnAction(event -> model.start());
        back.setOnAction(event -> model.back());
        model.deployedProperty().addListener((observed, before, now) -> show(now));
        show(model.deployedProperty().get());
    }

    private void show(@Nullable Deployed deployed) {
        boolean stopped = deployed != null && deployed.serving().stopped();
        visible(stop, !stopped);
        visible(start, stopped);
        visible(back, false);
        if (deployed == null) {
            return;
        }
        state.setText(words(deployed.serving()));
        state.getStyleClass().remove("stopped");
        if (stopped) {
            state.getStyleClass().add("stopped");
        }
        tree.getChildren().clear();
        deployed.lineage().roots().forEach(root -> add(root, 0));
        List<Lineage.Served> promotions = deployed.lineage().promotions();
        history.getChildren().setAll(promotions.stream().map(DeployController::line).toList());
        if (promotions.isEmpty()) {
            history.getChildren().add(quiet("Nothing was promoted yet."));
        } else if (!promotions.getFirst().back()) {
            back.setText("Back to " + promotions.getFirst().before());
            visible(back, true);
        }
    }

    private static String words(ServingState serving) {
        return serving.stopped()
                ? "Stopped %s by %s: %s"
                        .formatted(date(serving.at()), serving.who(), serving.reason())
                : "Recommendations are given.";
    }

    private void add(Lineage.Node node, int depth) {
        Label name = new Label((depth == 0 ? "" : "\u2514 ") + node.model().name());
        name.getStyleClass().add("lineage-name");
        Label from =
                quiet(
                        (node.model().base() == null ? "" : "tuned on ")
                                + String.valueOf(node.model().cohort())
                                + ", "
                                + date(node.model().made()));
        HBox line = new HBox(name, from);
        line.getStyleClass().add("lineage-line");
        line.setPadding(new Insets(0, 0, 0, depth * INDENT));
        if (node.model().served()) {
            Label served = new Label("served");
            served.getStyleClass().add("served");
            line.getChildren().add(1, served);
        }
        tree.getChildren().add(line);
        node.tuned().forEach(each -> add(each, depth + 1));
    }

    private static Node line(Lineage.Served served) {
        Label what =
                new Paragraph(
                        "%s  %s %s, after %s"
                                .formatted(
                                        date(served.at()),
                                        served.back() ? "back to" : "promoted",
                                        served.model(),
                                        served.before()));
        what.getStyleClass().add("lineage-name");
        if (served.waiver() == null) {
            return what;
        }
        Label waiver =
                new Paragraph(
                        "Signed by %s: %s %s"
                                .formatted(
                                        served.waiver().signedBy(),
                                        sentence(served.waiver().reason()),
                                        served.findings().isEmpty()
                                                ? ""
                                                : "What held it back: "
                                                        + served.findings().replace('\n', ' ')));
        waiver.getStyleClass().add("lineage-waiver");
        return new VBox(what, waiver);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static String date(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
