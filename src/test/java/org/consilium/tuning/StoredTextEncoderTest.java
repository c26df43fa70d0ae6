package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.security.Vault;
import org.consilium.store.Database;
import org.consilium.store.TextVectorRepository;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTextEncoderTest {
    @TempDir private Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void encodesEveryTextOnceAndKeepsTheOrderAsked() {
        try (Database database = Database.open(folder, Vault.throwAwayKey())) {
            TextEncoder encoder = over(database);

            float[] first = encoder.encode(List.of("b", "a", "b"));
            float[] second = encoder.encode(List.of("a", "cc"));

            assertThat(asked).containsExactly("b", "a", "cc");
            assertThat(first[0]).isEqualTo('b');
            assertThat(first[Terms.TEXT]).isEqualTo('a');
            assertThat(first[2 * Terms.TEXT]).isEqualTo('b');
            assertThat(second[0]).isEqualTo('a');
            assertThat(second[Terms.TEXT]).isEqualTo('c');
        }
    }

    @Test
    void remembersWhatAnotherOneEncoded() {
        try (Database database = Database.open(folder, Vault.throwAwayKey())) {
            over(database).encode(List.of("fever"));
            over(database).encode(List.of("fever"));
        }

        assertThat(asked).containsExactly("fever");
    }

    private TextEncoder over(Database database) {
        return new StoredTextEncoder(new TextVectorRepository(database, "test"), this::firstLetter);
    }

    /** Vectors that tell which text they are of. */
    private float[] firstLetter(List<String> texts) {
        asked.addAll(texts);
        float[] rows = new float[texts.size() * Terms.TEXT];
        for (int i = 0; i < texts.size(); i++) {
            rows[i * Terms.TEXT] = texts.get(i).charAt(0);
        }
        return rows;
    }
}
