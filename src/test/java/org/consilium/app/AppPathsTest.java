package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppPathsTest {
    private static final Path USER = Path.of("/home/ada");

    @Test
    void followsTheCustomOfLinux() {
        AppPaths plain = new AppPaths(Map.of(), "linux", USER);
        assertThat(plain.home()).isEqualTo(USER.resolve(".local/share/consilium"));
        assertThat(plain.cache()).isEqualTo(USER.resolve(".cache/consilium"));

        AppPaths moved =
                new AppPaths(
                        Map.of("XDG_DATA_HOME", "/data", "XDG_CACHE_HOME", "/cache"),
                        "linux",
                        USER);
        assertThat(moved.home()).isEqualTo(Path.of("/data/consilium"));
        assertThat(moved.cache()).isEqualTo(Path.of("/cache/consilium"));
    }

    @Test
    void followsTheCustomOfMac() {
        AppPaths mac = new AppPaths(Map.of("XDG_DATA_HOME", "/data"), "mac os x", USER);
        assertThat(mac.home()).isEqualTo(USER.resolve("Library/Application Support/Consilium"));
        assertThat(mac.cache()).isEqualTo(USER.resolve("Library/Caches/Consilium"));
    }

    @Test
    void followsTheCustomOfWindows() {
        AppPaths windows =
                new AppPaths(
                        Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"),
                        "windows 11",
                        USER);
        assertThat(windows.home()).isEqualTo(Path.of("/roaming/Consilium"));
        assertThat(windows.cache()).isEqualTo(Path.of("/local/Consilium/cache"));
    }

    @Test
    void aDisplayIsAskedForOnLinuxOnly() {
        assertThat(new Display(new AppPaths(Map.of(), "linux", USER)).isThere()).isFalse();
        assertThat(new Display(new AppPaths(Map.of("DISPLAY", ":0"), "linux", USER)).isThere())
                .isTrue();
        assertThat(
                        new Display(
                                        new AppPaths(
                                                Map.of("WAYLAND_DISPLAY", "wayland-0"),
                                                "linux",
                                                USER))
                                .isThere())
                .isTrue();
        assertThat(new Display(new AppPaths(Map.of(), "windows 11", USER)).isThere()).isTrue();
        assertThat(new Display(new AppPaths(Map.of(), "mac os x", USER)).missingForWindow())
                .isEmpty();
    }
}
