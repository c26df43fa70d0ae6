package org.consilium.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what JavaFX complains about in style sheets while it is open. */
public final class CssWarnings extends Handler implements AutoCloseable {
    // held, since a logger that nobody holds is collected with its handlers
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> warnings = new ArrayList<>();

    public CssWarnings() {
        logger.addHandler(this);
    }

    public synchronized List<String> seen() {
        return List.copyOf(warnings);
    }

    @Override
    public synchronized void publish(LogRecord warning) {
        warnings.add(warning.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
