package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consilium.job.Progress;
import org.consilium.security.AccessException;
import org.consilium.tuning.Ages;
import org.jspecify.annotations.Nullable;

/** The ways into the program that only the composition root knows. */
public interface Gateway {
    /**
     * @param home folder of the store; null for this person's usual one
     */
    Path home(@Nullable Path home);

    /** Makes a store. The passphrase is wiped. */
    void create(Path home, char[] passphrase) throws AccessException, IOException;

    /** Opens a store. The passphrase is wiped. */
    Workspace open(Path home, char[] passphrase) throws AccessException, IOException;

    /** Whether the home holds a store. */
    boolean exists(Path home);

    /**
     * What there is to know of this installation, a line each: whether it is as it should be, and
     * what.
     */
    List<Check> doctor(Path home);

    /** Whether a window could open. */
    boolean hasDisplay();

    /** Opens the window; returns when it is closed. */
    void window(Path home, boolean demo) throws NoPicturesException, IOException;

    /** Has the window closed from another thread. */
    void closeWindow();

    /** Drives the window through the main job and writes pictures of it. */
    List<Path> tour(Path out, Progress progress) throws Exception;

    /** Makes base models of source populations and measures them; one a seed, the first is kept. */
    void makeBaseModel(BaseModelRequest request, Progress progress) throws Exception;

    /** The machine can't draw: which libraries are missing, as one sentence for a person. */
    final class NoPicturesException extends Exception {
        private static final long serialVersionUID = 1L;

        public NoPicturesException(String message) {
            super(message);
        }
    }

    /** One line of the doctor. */
    record Check(boolean ok, String name, String finding) {}

    /**
     * @param sources folders of Synthea CSV
     * @param ages of the patients at the visits to learn from
     * @param products whether medications are products; else they are by ingredient
     * @param out folder for the model and its card
     * @param report Markdown file for the evaluations of all seeds
     */
    record BaseModelRequest(
            List<Path> sources,
            String name,
            String population,
            List<Long> seeds,
            Ages ages,
            boolean products,
            Path out,
            Path report) {
        public BaseModelRequest {
            sources = List.copyOf(sources);
            seeds = List.copyOf(seeds);
        }
    }
}
