package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.job.InlineJobRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir private Path folder = Path.of("unset");

    private SettingsFile settings() {
        return new SettingsFile(folder.resolve("config/window.properties"), new InlineJobRunner());
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        SettingsFile first = settings();
        assertThat(first.get("window.text", "100")).isEqualTo("100");
        first.put("window.text", "150");
        first.put("window.text", "175");
        assertThat(settings().get("window.text", "100")).isEqualTo("175");
    }

    @Test
    void aFileThatCannotBeReadCostsTheSettingsOnly() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/window.properties"), "window.text=\\u12");
        SettingsFile settings = settings();
        assertThat(settings.get("window.text", "100")).isEqualTo("100");
        settings.put("window.text", "125");
        assertThat(settings().get("window.text", "100")).isEqualTo("125");
    }
}
