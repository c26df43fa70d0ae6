package org.consilium.quality.export;

import java.awt.Color;

/**
 * How words are set.
 *
 * @param size in points
 */
record Style(float size, boolean bold, Color colour) {
    private static final Color INK = new Color(0x1F2328);
    private static final Color GREY = new Color(0x59636E);

    static final Style TITLE = new Style(20, true, INK);
    static final Style FIGURE = new Style(34, true, INK);
    static final Style HEADING = new Style(12, true, INK);
    static final Style TEXT = new Style(9, false, INK);
    static final Style STRONG = new Style(9, true, INK);
    static final Style QUIET = new Style(8, false, GREY);
}
