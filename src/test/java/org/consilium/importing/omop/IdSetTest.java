package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void agreesWithASetOfTexts() {
        Random random = new Random(1);
        IdSet ids = new IdSet();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            String id =
                    switch (i % 3) {
                        case 0 -> Integer.toString(random.nextInt(40_000) - 20_000);
                        case 1 -> Long.toString(random.nextLong() >> random.nextInt(60));
                        default -> "row-" + random.nextInt(20_000);
                    };
            assertThat(ids.add(id)).isEqualTo(expected.add(id));
        }
    }
}
