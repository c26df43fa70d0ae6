package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region that knows the theme's colours of evidence: they come from the style sheet. */
abstract class EvidenceColours extends Region {
    private static final StyleablePropertyFactory<EvidenceColours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final List<CssMetaData<EvidenceColours, Color>> COLOURS = new ArrayList<>();

    private static final CssMetaData<EvidenceColours, Color> FOR =
            metaData("-evidence-for-fill", node -> node.speaksFor);
    private static final CssMetaData<EvidenceColours, Color> AGAINST =
            metaData("-evidence-against-fill", node -> node.speaksAgainst);
    private static final CssMetaData<EvidenceColours, Color> NEUTRAL =
            metaData("-evidence-neutral-fill", node -> node.neutral);
    private static final CssMetaData<EvidenceColours, Color> TEXT =
            metaData("-evidence-text-fill", node -> node.text);
    private static final CssMetaData<EvidenceColours, Color> AXIS =
            metaData("-evidence-axis-fill", node -> node.axis);

    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final SimpleStyleableObjectProperty<Color> speaksFor = property(FOR, "for");
    private final SimpleStyleableObjectProperty<Color> speaksAgainst = property(AGAINST, "against");
    private final SimpleStyleableObjectProperty<Color> neutral = property(NEUTRAL, "neutral");
    private final SimpleStyleableObjectProperty<Color> text = property(TEXT, "text");
    private final SimpleStyleableObjectProperty<Color> axis = property(AXIS, "axis");

    private static CssMetaData<EvidenceColours, Color> metaData(
            String name, Function<EvidenceColours, SimpleStyleableObjectProperty<Color>> property) {
        CssMetaData<EvidenceColours, Color> metaData =
                FACTORY.createColorCssMetaData(name, property::apply, Color.GRAY, false);
        COLOURS.add(metaData);
        return metaData;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(COLOURS);
        return List.copyOf(all);
    }

    private SimpleStyleableObjectProperty<Color> property(
            CssMetaData<EvidenceColours, Color> metaData, String name) {
        SimpleStyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(metaData, this, name, Color.GRAY);
        property.addListener((observed, before, now) -> recolour());
        return property;
    }

    /** Called after a colour has changed: the theme, mostly. */
    abstract void recolour();

    final Color speaksFor() {
        return speaksFor.get();
    }

    final Color speaksAgainst() {
        return speaksAgainst.get();
    }

    final Color neutral() {
        return neutral.get();
    }

    final Color text() {
        return text.get();
    }

    final Color axis() {
        return axis.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
