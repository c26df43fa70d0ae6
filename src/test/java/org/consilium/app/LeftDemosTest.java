package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.security.Vault;
import org.consilium.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftDemosTest {
    @TempDir private Path folder = Path.of("unset");

    private Path demo(String name) throws IOException {
        return Files.createDirectory(folder.resolve(LeftDemos.PREFIX + name));
    }

    @Test
    void aKilledDemoIsDeletedAndOneThatIsOpenStays() throws Exception {
        Path killed = demo("killed");
        Database.open(killed, Vault.throwAwayKey()).close();
        Path open = demo("open");
        Path starting = demo("starting");
        Path other = Files.createDirectory(folder.resolve("somebody-elses"));

        try (Database store = Database.open(open, Vault.throwAwayKey())) {
            LeftDemos.delete(folder);
            assertThat(store).isNotNull();
            assertThat(Database.file(open)).exists();
        }

        assertThat(killed).doesNotExist();
        assertThat(open).exists();
        assertThat(starting).exists();
        assertThat(other).exists();
    }
}
