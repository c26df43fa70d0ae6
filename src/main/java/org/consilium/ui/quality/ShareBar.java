package org.consilium.ui.quality;

import java.util.Locale;
import javafx.scene.layout.Region;

/** A share as a bar on its track; what is there is seen, however little. */
final class ShareBar extends Region {
    static final double PADDING = 6;

    private static final double HEIGHT = 8;
    private static final double LEAST = 2;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final double share;

    /**
     * @param share 0 to 1
     */
    ShareBar(double share, QualityBar.Kind kind) {
        this.share = share;
        track.getStyleClass().add("share-track");
        fill.getStyleClass().addAll("share-fill", kind.name().toLowerCase(Locale.ROOT));
        getChildren().addAll(track, fill);
        setMinSize(60, HEIGHT);
        setPrefSize(160, HEIGHT);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double y = snapPositionY((getHeight() - HEIGHT) / 2);
        double filled = share == 0 ? 0 : Math.max(LEAST, share * getWidth());
        track.resizeRelocate(0, y, getWidth(), HEIGHT);
        fill.resizeRelocate(0, y, snapSizeX(Math.min(filled, getWidth())), HEIGHT);
    }
}
