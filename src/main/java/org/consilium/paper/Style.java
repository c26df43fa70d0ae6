package org.consilium.paper;

import java.awt.Color;

/**
 * How words are set.
 *
 * @param size in points
 */
public record Style(float size, boolean bold, Color colour) {
    private static final Color INK = new Color(0x1F2328);
    private static final Color RED = new Color(0xB3261E);
    private static final Color GREY = new Color(0x59636E);

    public static final Style TITLE = new Style(20, true, INK);
    public static final Style FIGURE = new Style(34, true, INK);
    public static final Style HEADING = new Style(12, true, INK);
    public static final Style TEXT = new Style(9, false, INK);
    public static final Style STRONG = new Style(9, true, INK);
    public static final Style ALERT = new Style(9, true, RED);
    public static final Style QUIET = new Style(8, false, GREY);
}
