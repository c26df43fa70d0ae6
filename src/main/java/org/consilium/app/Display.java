package org.consilium.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a window, or a picture of one, could be made here; asked before JavaFX starts, which
 * otherwise dies of it.
 */
record Display(AppPaths paths) {
    /** A shared library that JavaFX needs on Linux, and the Debian package it comes from. */
    private record Library(String name, String debianPackage) {}

    private static final List<Library> PICTURES =
            List.of(
                    new Library("libfreetype.so.6", "libfreetype6"),
                    new Library("libfontconfig.so.1", "libfontconfig1"),
                    new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    private static final List<Library> WINDOW =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0"),
                    new Library("libXtst.so.6", "libxtst6"),
                    new Library("libGL.so.1", "libgl1"));

    private static final Path FONTS = Path.of("/usr/share/fonts");

    /** Whether there is a display. */
    boolean isThere() {
        Map<String, String> environment = paths.environment();
        return !isLinux()
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /** Debian packages to install before the window can open; empty where nothing is missing. */
    Set<String> missingForWindow() {
        Set<String> missing = missingForPictures();
        missing.addAll(missing(WINDOW));
        return missing;
    }

    /** Debian packages to install before pictures can be taken without a display. */
    Set<String> missingForPictures() {
        Set<String> missing = missing(PICTURES);
        if (isLinux() && !Files.isDirectory(FONTS)) {
            missing.add("fonts-dejavu-core");
        }
        return missing;
    }

    private Set<String> missing(List<Library> libraries) {
        Set<String> packages = new LinkedHashSet<>();
        if (isLinux()) {
            for (Library library : libraries) {
                if (!loads(library.name())) {
                    packages.add(library.debianPackage());
                }
            }
        }
        return packages;
    }

    private boolean isLinux() {
        return !paths.isWindows() && !paths.isMac();
    }

    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
