package org.consilium.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String PASSPHRASE = "grønn te, 7 kopper";

    @TempDir Path folder;
    private Path home;
    private Vault vault;

    @BeforeEach
    void setUp() {
        home = folder.resolve("deep/home");
        vault = new Vault(home);
    }

    @Test
    void theKeyComesBackUnderThePassphraseAlone() throws Exception {
        assertThat(vault.exists()).isFalse();
        char[] passphrase = PASSPHRASE.toCharArray();
        byte[] key = vault.create(passphrase);
        assertThat(passphrase).as("wiped").containsOnly('\0');
        assertThat(key).hasSize(32);
        byte[] before = Files.readAllBytes(home.resolve("key.json"));

        assertThat(new Vault(home).unlock(PASSPHRASE.toCharArray())).isEqualTo(key);
        char[] wrong = "grønn te, 8 kopper".toCharArray();
        assertThatThrownBy(() -> vault.unlock(wrong))
                .isInstanceOf(AccessException.class)
                .hasMessage("The passphrase is wrong.");
        assertThat(wrong).containsOnly('\0');
        assertThat(Files.readAllBytes(home.resolve("key.json"))).isEqualTo(before);
        assertThat(files()).containsExactly("key.json");
    }

    @Test
    void theFileIsForItsOwnerAndHoldsNeitherKeyNorPassphrase() throws Exception {
        byte[] key = vault.create(PASSPHRASE.toCharArray());
        Path file = home.resolve("key.json");
        assertThat(Files.readString(file))
                .contains("\"version\" : 1", "argon2id", "65536")
                .doesNotContain(PASSPHRASE)
                .doesNotContain(HexFormat.of().formatHex(key));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aShortPassphraseMakesNothing() throws IOException {
        assertThatThrownBy(() -> vault.create("1234567".toCharArray()))
                .isInstanceOf(AccessException.class)
                .hasMessage("A passphrase needs at least 8 characters.");
        assertThat(home).doesNotExist();
    }

    @Test
    void anExistingKeyIsNeverWrittenOver() throws Exception {
        byte[] key = vault.create(PASSPHRASE.toCharArray());
        assertThatThrownBy(() -> vault.create("another passphrase".toCharArray()))
                .isInstanceOf(AccessException.class)
                .hasMessage("This folder holds a store already: sign in instead.");
        assertThat(vault.unlock(PASSPHRASE.toCharArray())).isEqualTo(key);
    }

    @Test
    void aDamagedFileIsToldFromAWrongPassphrase() throws Exception {
        vault.create(PASSPHRASE.toCharArray());
        Path file = home.resolve("key.json");
        String whole = Files.readString(file);
        String digit = whole.contains("\"key\" : \"0") ? "1" : "0";
        for (String damaged :
                new String[] {
                    "",
                    "{",
                    whole.substring(0, whole.length() / 2),
                    whole.replaceFirst("\"key\" : \".", "\"key\" : \"" + digit),
                    whole.replaceFirst("\"key\" : \".", "\"key\" : \"x"),
                    whole.replace("65536", "65535"),
                    whole.replace("65536", "2000000000"),
                    whole.replace("\"passes\" : 3", "\"passes\" : 0")
                }) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> vault.unlock(PASSPHRASE.toCharArray()))
                    .isInstanceOf(AccessException.class)
                    .hasMessageStartingWith("The key file is damaged");
        }
    }

    @Test
    void aLaterFormatAndAMissingFileSaySo() throws Exception {
        assertThatThrownBy(() -> vault.unlock(PASSPHRASE.toCharArray()))
                .isInstanceOf(AccessException.class)
                .hasMessage("There is no store here yet: make one first.");
        vault.create(PASSPHRASE.toCharArray());
        Path file = home.resolve("key.json");
        Files.writeString(
                file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 2"));
        assertThatThrownBy(() -> vault.unlock(PASSPHRASE.toCharArray()))
                .isInstanceOf(AccessException.class)
                .hasMessageContaining("later version");
        vault.discard();
        assertThat(vault.exists()).isFalse();
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
