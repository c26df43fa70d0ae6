package org.consilium.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where things are on this machine, by the platform's custom (on Linux the XDG Base Directory
 * Specification).
 *
 * @param environment variables of the process
 * @param system name of the operating system
 * @param user the person's own folder
 */
record AppPaths(Map<String, String> environment, String system, Path user) {
    private static final String APPLICATION = "consilium";

    /** Names the folder of the base models where it is not one of the usual ones. */
    private static final String MODELS = "CONSILIUM_MODELS";

    static AppPaths of(Map<String, String> environment) {
        return new AppPaths(
                environment,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                Path.of(System.getProperty("user.home", ".")));
    }

    boolean isWindows() {
        return system.contains("win") && !system.contains("darwin");
    }

    boolean isMac() {
        return system.contains("mac") || system.contains("darwin");
    }

    /** The folder of this person's store. */
    Path home() {
        if (isWindows()) {
            return named("APPDATA", user.resolve("AppData/Roaming")).resolve("Consilium");
        }
        if (isMac()) {
            return user.resolve("Library/Application Support/Consilium");
        }
        return named("XDG_DATA_HOME", user.resolve(".local/share")).resolve(APPLICATION);
    }

    /** The file of what the window remembers of this person's choices; nothing about patients. */
    Path settings() {
        Path folder =
                isWindows() || isMac()
                        ? home()
                        : named("XDG_CONFIG_HOME", user.resolve(".config")).resolve(APPLICATION);
        return folder.resolve("window.properties");
    }

    /**
     * Where the native libraries are unpacked (432 MB): once for every store of this person, and
     * nothing is lost when it is deleted.
     */
    Path cache() {
        if (isWindows()) {
            return named("LOCALAPPDATA", user.resolve("AppData/Local")).resolve("Consilium/cache");
        }
        if (isMac()) {
            return user.resolve("Library/Caches/Consilium");
        }
        return named("XDG_CACHE_HOME", user.resolve(".cache")).resolve(APPLICATION);
    }

    private Path named(String variable, Path otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    /**
     * The folder of the shipped models: the one named, the one beside the libraries, or that of the
     * source tree.
     */
    Path models() {
        Path here = Path.of("models");
        return named(
                MODELS,
                List.of(besideLibraries(), here).stream()
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(here));
    }

    private static Path besideLibraries() {
        Path libraries = parent(code());
        Path application = parent(libraries);
        return Objects.requireNonNullElse(application, Path.of("")).resolve("models");
    }

    private static @Nullable Path parent(@Nullable Path path) {
        return path == null ? null : path.getParent();
    }

    private static @Nullable Path code() {
        try {
            return Path.of(
                    AppPaths.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
