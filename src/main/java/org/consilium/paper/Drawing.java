package org.consilium.paper;

import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws shapes on a page; points in its coordinates. */
final class Drawing {
    private final PDPageContentStream on;
    private float x;
    private float y;

    Drawing(PDPageContentStream on) {
        this.on = on;
    }

    void fill(PathIterator path) throws IOException {
        float[] at = new float[6];
        boolean any = false;
        for (; !path.isDone(); path.next()) {
            step(path.currentSegment(at), at);
            any = true;
        }
        if (any) {
            on.fill();
        }
    }

    private void step(int kind, float[] at) throws IOException {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> {
                on.moveTo(at[0], at[1]);
                to(at[0], at[1]);
            }
            case PathIterator.SEG_LINETO -> {
                on.lineTo(at[0], at[1]);
                to(at[0], at[1]);
            }
            case PathIterator.SEG_QUADTO -> {
                // a quadratic curve as the cubic one that PDF has
                on.curveTo(
                        x + (at[0] - x) * 2 / 3,
                        y + (at[1] - y) * 2 / 3,
                        at[2] + (at[0] - at[2]) * 2 / 3,
                        at[3] + (at[1] - at[3]) * 2 / 3,
                        at[2],
                        at[3]);
                to(at[2], at[3]);
            }
            case PathIterator.SEG_CUBICTO -> {
                on.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                to(at[4], at[5]);
            }
            default -> on.closePath();
        }
    }

    private void to(float left, float up) {
        x = left;
        y = up;
    }
}
