package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that may not write files of more than two megabytes meets a disk that is full. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    @TempDir Path home;

    @Test
    void aFullDiskIsSaidInASentenceAndCostsNothingThatWasConfirmed() throws IOException {
        String last = "";
        String said = "";
        try (ChildJvm child =
                ChildJvm.start("ulimit -f 4096;", FullDiskWriter.class, home.toString())) {
            for (String line = child.line(); line != null; line = child.line()) {
                last = said;
                said = line;
            }
        }
        assertThat(said)
                .isEqualTo(
                        "DISK_FULL The disk is full: make room and start Consilium again; nothing was half written.");
        int confirmed = Integer.parseInt(last);
        assertThat(Files.size(Database.file(home))).isLessThanOrEqualTo(4096 * 512);
        try (Database database = TestStores.open(home)) {
            assertThat(database.findings()).isEmpty();
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            assertThat(cohorts.list()).hasSizeBetween(confirmed, confirmed + 1);
            assertThat(cohorts.list()).allMatch(each -> each.patients() == FullDiskWriter.PATIENTS);
            TestStores.fill(database, "After making room", 10, 1);
        }
    }
}
