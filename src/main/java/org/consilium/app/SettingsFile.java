package org.consilium.app;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.consilium.files.WholeFile;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's settings as a properties file, outside the store: they are wanted before it is open,
 * and hold nothing about a patient. A file that cannot be read or written costs the settings only.
 * Thread-safe.
 */
final class SettingsFile implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final JobRunner jobs;
    private final Properties chosen = new Properties();

    /**
     * @param jobs writes it
     */
    SettingsFile(Path file, JobRunner jobs) {
        this.file = file;
        this.jobs = jobs;
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                chosen.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The settings cannot be read: {}", e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public String get(String name, String otherwise) {
        return chosen.getProperty(name, otherwise);
    }

    @Override
    public void put(String name, String value) {
        if (!value.equals(chosen.setProperty(name, value))) {
            var _ = jobs.io(progress -> write(), Progress.NONE);
        }
    }

    /** Writes what is chosen now. */
    synchronized boolean write() {
        try {
            StringWriter words = new StringWriter();
            chosen.store(words, "Consilium: the window");
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, words.toString().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            LOG.warn("The settings cannot be written: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
