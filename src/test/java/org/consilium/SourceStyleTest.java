package org.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that are gone after compilation, so read from the source. */
class SourceStyleTest {
    private static final Pattern ESCAPES =
            Pattern.compile("@(SuppressWarnings|NullUnmarked|SuppressFBWarnings|Disabled)\\b");

    @Test
    void noEscapeAnnotations() throws IOException {
        for (Path file : sources()) {
            if (!file.endsWith("SourceStyleTest.java")) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern(ESCAPES);
            }
        }
    }

    @Test
    void noFileOver400Lines() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
        }
    }

    /**
     * JavaFX fails for good on wrapping words from right to left: Paragraph and Wrapping do not.
     */
    @Test
    void nothingWrapsButWhatIsGuarded() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("resources"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".fxml")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("wrapText=");
            }
        }
        for (Path file : sources()) {
            if (file.startsWith("src/main")) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("Label\\b[^;]*;[^}]*\\.setWrapText\\(");
            }
        }
    }

    @Test
    void everyRoomIsNullMarked() throws IOException {
        try (Stream<Path> folders =
                Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (inside.anyMatch(file -> file.toString().endsWith(".java"))) {
                        assertThat(folder.resolve("package-info.java"))
                                .content()
                                .contains("@NullMarked");
                    }
                }
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
