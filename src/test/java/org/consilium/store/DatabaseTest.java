package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consilium.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path home;

    @Test
    void aStoreIsMadeOnceAndOpenedAgain() {
        assertThat(Database.exists(home)).isFalse();
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "Ward 7", 5, 1);
        }
        assertThat(Database.exists(home)).isTrue();
        try (Database database = TestStores.open(home)) {
            assertThat(new CohortRepository(database, TestStores.CLOCK).list()).hasSize(1);
            assertThat(database.findings()).isEmpty();
        }
    }

    @Test
    void theKeyIsWipedAndNothingReadableIsWritten() throws IOException {
        byte[] key = TestStores.key();
        try (Database database = Database.open(home, key)) {
            TestStores.fill(database, "Secret ward", 50, 1);
            assertThatThrownBy(() ->
                            database.write(handle ->
                                    handle.execute(
                                            "INSERT INTO cohort (name, synthetic) VALUES ('Secret ward', 1, 'x')")))
                    .isInstanceOf(StoreException.class);
        }
        assertThat(key).containsOnly(0);
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Secret", "Brien", "snomed");
            }
        }
    }

    @Test
    void aSecondInstanceIsToldSoAndTheFirstGoesOn() {
        try (Database database = TestStores.open(home)) {
            fails(() -> TestStores.open(home), Kind.IN_USE)
                    .hasMessage("Consilium is already running with this store: close it first.");
            assertThat(TestStores.fill(database, "Ward 7", 2, 1)).hasSize(2);
        }
    }

    @Test
    void anotherKeyOpensNothingAndHarmsNothing() throws IOException {
        TestStores.open(home).close();
        byte[] before = Files.readAllBytes(Database.file(home));
        byte[] other = TestStores.key();
        other[31]++;
        fails(() -> Database.open(home, other), Kind.WRONG_KEY);
        assertThat(Files.readAllBytes(Database.file(home))).isEqualTo(before);
        TestStores.open(home).close();
    }

    @Test
    void aDamagedFileSaysSo() throws IOException {
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "Ward 7", 100, 1);
        }
        byte[] bytes = Files.readAllBytes(Database.file(home));
        Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(Database.file(home), bytes);
        fails(() -> TestStores.open(home), Kind.WRONG_KEY)
                .hasMessageContaining("it is damaged (put back a backup of consilium.mv.db)");
    }

    @Test
    void aFolderThatIsAFileSaysSo() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");
        fails(() -> TestStores.open(file), Kind.FAILED)
                .hasMessage(
                        "The folder of the store can't be written: change its permissions or choose another folder.");
    }

    @Test
    void readersCannotWrite() {
        try (Database database = TestStores.open(home)) {
            fails(() -> database.read(handle -> handle.execute("DELETE FROM cohort")), Kind.FAILED);
        }
    }

    @Test
    void whatFailsIsRolledBackAndNamesNoValue() {
        try (Database database = TestStores.open(home)) {
            assertThatThrownBy(() ->
                            database.write(handle -> {
                                handle.execute(
                                        "INSERT INTO concept (id, system, code, display) VALUES (0, 's', 'c', 'd')");
                                return handle.execute(
                                        "INSERT INTO concept (id, system, code, display) VALUES (0, 's', ?, 'd')",
                                        "Ødegård");
                            }))
                    .isInstanceOf(StoreException.class)
                    .satisfies(failure -> {
                        for (Throwable each = failure; each != null; each = each.getCause()) {
                            assertThat(each.getMessage()).doesNotContain("Ødegård", "INSERT");
                        }
                    });
            assertThat(count(database, "concept")).isZero();
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        Database database = TestStores.open(home);
        database.close();
        fails(() -> count(database, "cohort"), Kind.FAILED).hasMessageContaining("closed");
        fails(() -> database.write(handle -> 1), Kind.FAILED).hasMessageContaining("closed");
    }

    @Test
    void afterAnUncleanStopEverythingIsLookedAt() throws IOException {
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "Ward 7", 5, 1);
            database.write(handle ->
                    handle.execute("UPDATE timeline SET bytes = X'0102' WHERE patient_id = 2"));
        }
        Files.writeString(home.resolve("consilium.lock"), "\n");
        try (Database database = TestStores.open(home)) {
            assertThat(database.findings())
                    .containsExactly(
                            "1 patients' records are damaged: put them in again or restore.");
        }
        try (Database database = TestStores.open(home)) {
            assertThat(database.findings()).isEmpty();
        }
    }

    @Test
    void anOlderStoreIsBackedUpBeforeItIsBroughtUpToDate() throws IOException {
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "Ward 7", 20, 1);
        }
        assertThat(home.resolve("backups")).doesNotExist();
        try (Database database =
                TestStores.open(home, "classpath:db/migration", "classpath:db/later")) {
            assertThat(count(database, "patient")).isEqualTo(20);
        }
        assertThat(backups()).hasSize(1).allMatch(name -> name.matches("consilium-[\\d-]+\\.zip"));
        fails(() -> TestStores.open(home), Kind.LATER_VERSION)
                .hasMessageContaining("later version");
    }

    @Test
    void aStepThatFailsNamesTheBackup() throws IOException {
        TestStores.open(home).close();
        fails(
                        () ->
                                TestStores.open(
                                        home, "classpath:db/migration", "classpath:db/broken"),
                        Kind.FAILED)
                .hasMessageContaining("backups/" + backups().getFirst());
    }

    private List<String> backups() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int count(Database database, String table) {
        return database.read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(
            ThrowingCallable action, Kind kind) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
