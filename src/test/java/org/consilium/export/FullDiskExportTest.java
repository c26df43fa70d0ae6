package org.consilium.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.consilium.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that may not write files of more than two megabytes meets a disk that is full. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskExportTest {
    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    @Test
    void aFullDiskIsSaidInASentenceAndNothingIsLeftOfTheExport() throws Exception {
        try (ChildJvm child =
                ChildJvm.start(
                        "ulimit -f 4096;",
                        FullDiskExport.class,
                        home.toString(),
                        folder.resolve("out").toString())) {
            assertThat(child.line()).isEqualTo("filled");
            assertThat(child.line())
                    .isEqualTo(
                            "The disk is full: make room or choose another folder; nothing of the export was kept.");
            assertThat(child.line()).isNull();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
