package org.consilium.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.consilium.ui.shell.Tour;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Looks at a screen as it was drawn: whether every control has a name for a screen reader, every
 * text stands out from what is behind it (WCAG 2.2, 1.4.3 and 1.4.11: 4.5:1, signs 3:1), and no
 * text is cut where nothing tells the rest.
 */
public final class ScreenCheck implements Tour.Look {
    private static final double TEXT = 4.5;
    private static final double SIGN = 3;

    /** What a smooth edge of a letter may take away from a colour of the picture. */
    private static final double ROUNDING = .05;

    private final Set<String> nameless = new LinkedHashSet<>();
    private final Set<String> faint = new LinkedHashSet<>();
    private final Set<String> cut = new LinkedHashSet<>();
    private int controls;
    private int texts;

    public Set<String> nameless() {
        return nameless;
    }

    public Set<String> faint() {
        return faint;
    }

    public Set<String> cut() {
        return cut;
    }

    public int controls() {
        return controls;
    }

    public int texts() {
        return texts;
    }

    @Override
    public void at(String name, Scene scene, Image image) {
        Pixels picture = Pixels.of(image);
        each(
                scene.getRoot(),
                node -> {
                    if (node instanceof Control control && control.isFocusTraversable()) {
                        controls++;
                        if (name(control).isBlank()) {
                            nameless.add(name + ": " + describe(control));
                        }
                    }
                    if (node instanceof Text text
                            && !text.getText().isBlank()
                            && inSight(text, scene)) {
                        contrast(name, text, picture);
                    }
                    if (node instanceof Labeled labeled && inSight(labeled, scene)) {
                        clipping(name, labeled);
                    }
                });
    }

    private static void each(Node node, Consumer<Node> what) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        what.accept(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> each(child, what));
        }
    }

    /** What a screen reader says; of what is typed into, not what was typed. */
    private static String name(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        if (control instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        if (control instanceof Cell<?>
                || control instanceof ScrollBar
                || control instanceof SplitPane) {
            return control.getClass().getSimpleName();
        }
        Object label = control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        if (label instanceof Labeled by) {
            return by.getText();
        }
        return control instanceof TextInputControl
                ? ""
                : String.valueOf(
                                control.queryAccessibleAttribute(AccessibleAttribute.TEXT) == null
                                        ? ""
                                        : control.queryAccessibleAttribute(
                                                AccessibleAttribute.TEXT))
                        .strip();
    }

    private static String describe(Node node) {
        return "%s#%s %s"
                .formatted(node.getClass().getSimpleName(), node.getId(), node.getStyleClass());
    }

    /** Within the window and within what scrolls. */
    private static boolean inSight(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        boolean inside =
                bounds.getMinX() >= 0
                        && bounds.getMinY() >= 0
                        && bounds.getMaxX() <= scene.getWidth()
                        && bounds.getMaxY() <= scene.getHeight()
                        && bounds.getWidth() > 2
                        && bounds.getHeight() > 2;
        for (Node each = node.getParent(); inside && each != null; each = each.getParent()) {
            if (each.getClip() != null) {
                Bounds clip = each.localToScene(each.getClip().getBoundsInParent());
                inside =
                        clip.contains(bounds.getCenterX(), bounds.getMinY() + 1)
                                && clip.contains(bounds.getCenterX(), bounds.getMaxY() - 1);
            }
        }
        return inside;
    }

    private void contrast(String name, Text text, Pixels picture) {
        if (!(text.getFill() instanceof Color fill)) {
            return;
        }
        texts++;
        Color behind = behind(text, picture);
        double opacity = 1;
        for (Node each = text; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        Color seen = behind.interpolate(fill, fill.getOpacity() * opacity);
        double ratio = ratio(seen, behind);
        if (ratio < (text instanceof FontIcon ? SIGN : TEXT) - ROUNDING) {
            String what = text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
            faint.add(
                    "%s: %.2f:1 \"%s\" %s on %s, %s"
                            .formatted(
                                    name,
                                    ratio,
                                    what.substring(0, Math.min(40, what.length())),
                                    seen,
                                    behind,
                                    describe(text.getParent())));
        }
    }

    /** The colour that most of the picture has where the text stands. */
    private static Color behind(Text text, Pixels picture) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        int most =
                picture.most(
                        (int) Math.max(0, bounds.getMinX() - 1),
                        (int) Math.max(0, bounds.getMinY() - 1),
                        (int) (bounds.getMaxX() + 1),
                        (int) (bounds.getMaxY() + 1));
        return Color.rgb(most >> 16 & 0xff, most >> 8 & 0xff, most & 0xff);
    }

    /** WCAG 2.2, contrast ratio of relative luminances. */
    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(Color colour) {
        return .2126 * linear(colour.getRed())
                + .7152 * linear(colour.getGreen())
                + .0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
    }

    /** A tooltip of its own, or of the row or cell that it stands in. */
    private static boolean isTold(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null) {
                return true;
            }
        }
        return false;
    }

    private void clipping(String name, Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank() || isTold(labeled)) {
            return;
        }
        List<Text> drawn = new ArrayList<>();
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !(text instanceof FontIcon)) {
                drawn.add(text);
            }
        }
        if (drawn.size() == 1 && !drawn.getFirst().getText().equals(whole)) {
            cut.add("%s: \"%s\" %s".formatted(name, whole, describe(labeled)));
        }
    }
}
