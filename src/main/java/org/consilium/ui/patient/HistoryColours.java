package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region that knows the theme's colours of a timeline: they come from the style sheet. */
abstract class HistoryColours extends Region {
    private static final StyleablePropertyFactory<HistoryColours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final CssMetaData<HistoryColours, Color> MARK =
            metaData("-history-mark", node -> node.mark);
    private static final CssMetaData<HistoryColours, Color> SPAN =
            metaData("-history-span", node -> node.span);
    private static final CssMetaData<HistoryColours, Color> TEXT =
            metaData("-history-text", node -> node.text);
    private static final CssMetaData<HistoryColours, Color> AXIS =
            metaData("-history-axis", node -> node.axis);
    private static final CssMetaData<HistoryColours, Color> CHOSEN =
            metaData("-history-chosen", node -> node.chosen);

    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final SimpleStyleableObjectProperty<Color> mark = property(MARK, "mark");
    private final SimpleStyleableObjectProperty<Color> span = property(SPAN, "span");
    private final SimpleStyleableObjectProperty<Color> text = property(TEXT, "text");
    private final SimpleStyleableObjectProperty<Color> axis = property(AXIS, "axis");
    private final SimpleStyleableObjectProperty<Color> chosen = property(CHOSEN, "chosen");

    private static CssMetaData<HistoryColours, Color> metaData(
            String name, Function<HistoryColours, SimpleStyleableObjectProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, property::apply, Color.GRAY, false);
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(List.of(MARK, SPAN, TEXT, AXIS, CHOSEN));
        return List.copyOf(all);
    }

    private SimpleStyleableObjectProperty<Color> property(
            CssMetaData<HistoryColours, Color> metaData, String name) {
        SimpleStyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(metaData, this, name, Color.GRAY);
        property.addListener((observed, before, now) -> requestLayout());
        return property;
    }

    /** Of what has no duration, and of the ends of what has one. */
    final Color mark() {
        return mark.get();
    }

    /** Of what has a duration: words must be legible on it. */
    final Color span() {
        return span.get();
    }

    final Color text() {
        return text.get();
    }

    final Color axis() {
        return axis.get();
    }

    /** Of the visit that is looked at. */
    final Color chosen() {
        return chosen.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
