package org.consilium.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** The colours of a picture, row by row. */
record Pixels(int width, int height, int[] colours) {
    static Pixels of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] colours = new int[width * height];
        image.getPixelReader()
                .getPixels(
                        0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        return new Pixels(width, height, colours);
    }

    /** The colour that most of a part has; both ends are in it. */
    int most(int left, int top, int right, int bottom) {
        Map<Integer, Integer> seen = new HashMap<>();
        int end = Math.min(width - 1, right);
        for (int y = top; y <= Math.min(height - 1, bottom); y++) {
            int from = left;
            for (int x = left; x <= end; x++) {
                // runs of one colour are counted at once
                if (x == end || colours[y * width + x + 1] != colours[y * width + x]) {
                    seen.merge(colours[y * width + x], x - from + 1, Integer::sum);
                    from = x + 1;
                }
            }
        }
        return seen.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
