package org.consilium.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The look of every window: AtlantaFX's Primer in light or dark, or dark with the strongest
 * contrast; the shipped typeface (Noto Sans, whose figures all have one width), and the colours
 * that other libraries look up. For the UI thread only.
 */
public enum Theme {
    LIGHT("Light"),
    DARK("Dark"),
    HIGH_CONTRAST("High contrast");

    private static final List<String> FONTS = List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf");
    private static final double ANY_SIZE = 13;

    private final String words;

    Theme(String words) {
        this.words = words;
    }

    /** What it is called on screen. */
    public String words() {
        return words;
    }

    /** The theme of a name as {@link #name()} gives it; {@code otherwise} where there is none. */
    public static Theme named(String name, Theme otherwise) {
        for (Theme theme : values()) {
            if (theme.name().equals(name.toUpperCase(Locale.ROOT))) {
                return theme;
            }
        }
        return otherwise;
    }

    /** What the person has chosen for the whole desktop. */
    public static Theme ofDesktop() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /** Of every window of the process, from now on. */
    public void apply() {
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                    case HIGH_CONTRAST -> resource("contrast.css").toExternalForm();
                });
    }

    /** The next one, after the last the first. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** Gives a scene the shipped typeface and the colours that Primer lacks. */
    public static void dress(Scene scene) {
        for (String font : FONTS) {
            try (InputStream bytes = resource("fonts/" + font).openStream()) {
                Font.loadFont(bytes, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException("The typeface " + font + " cannot be read.", e);
            }
        }
        scene.getStylesheets().add(resource("consilium.css").toExternalForm());
    }

    /** The shipped typeface for charts that JFreeChart draws. */
    public static java.awt.Font chartFont(float size) {
        return ChartFont.REGULAR.deriveFont(size);
    }

    /** Read when the first chart is drawn. */
    private static final class ChartFont {
        static final java.awt.Font REGULAR = read();

        private static java.awt.Font read() {
            try (InputStream bytes = resource("fonts/" + FONTS.getFirst()).openStream()) {
                java.awt.Font font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, bytes);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font;
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("The typeface of the charts cannot be read.", e);
            }
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }
}
