package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryTest {
    @TempDir Path home;
    private Database database;
    private ModelRepository models;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        models = new ModelRepository(database, TestStores.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aModelComesBackWithAllItsWeights() {
        byte[] weights = new byte[3_456_789];
        new Random(5).nextBytes(weights);
        models.save(row("tuned", "base", 1), weights);
        models.save(row("later", null, 2), new byte[] {1, 2, 3});
        close();
        open();
        assertThat(models.rows()).containsExactly(row("later", null, 2), row("tuned", "base", 1));
        assertThat(models.row("tuned")).contains(row("tuned", "base", 1));
        assertThat(models.weights("tuned")).contains(weights);
        assertThat(models.weights("later")).contains(new byte[] {1, 2, 3});
        assertThat(models.weights("other")).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        models.save(row("tuned", "base", 1), new byte[] {1});
        assertThatThrownBy(() -> models.save(row("tuned", "base", 2), new byte[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a model called tuned already: choose another name.");
        assertThat(models.weights("tuned")).contains(new byte[] {1});
    }

    @Test
    void rollingBackGoesBackAPromotionAtATime() {
        assertThat(models.served()).isEmpty();
        models.promote("one", "base");
        models.promote("two", "one");
        assertThat(models.served()).contains("two");
        models.rollback();
        assertThat(models.served()).contains("one");
        assertThat(models.servedBefore()).contains("base");
        models.promote("three", "one");
        models.rollback();
        models.rollback();
        assertThat(models.served()).isEmpty();
        models.rollback();
        assertThat(models.servedBefore()).isEmpty();
    }

    @Test
    void everyPromotionAndEveryRollBackStaysOnRecord() {
        models.promote("one", "base");
        models.rollback();
        close();
        open();
        assertThat(new AuditRepository(database).entries())
                .extracting(AuditEntry::what, AuditEntry::subject)
                .containsExactly(tuple("promote model", "one"), tuple("roll back model", "one"));
    }

    @Test
    void vectorsAreKeptByEncoderAndText() {
        TextVectorRepository first = new TextVectorRepository(database, "minilm 1");
        TextVectorRepository second = new TextVectorRepository(database, "minilm 2");
        float[] vector = {0.25f, -1e-30f, 3};
        first.put(Map.of("Asthma", vector, "Æsthma", new float[] {9}));
        first.put(Map.of("Æsthma", new float[] {8}));
        assertThat(first.get(List.of("Asthma", "unknown"))).containsOnlyKeys("Asthma");
        assertThat(first.get(List.of("Asthma")).get("Asthma")).isEqualTo(vector);
        assertThat(first.get(List.of("Æsthma")).get("Æsthma")).containsExactly(8);
        assertThat(second.get(List.of("Asthma"))).isEmpty();
    }

    private static ModelRow row(String name, @Nullable String base, int day) {
        Instant made = Instant.parse("2026-01-01T10:00:00.000000007Z").plusSeconds(86_400L * day);
        return new ModelRow(name, base, "Ward 7", made, 10, 20, "{\"seed\":1}", "# Card");
    }
}
