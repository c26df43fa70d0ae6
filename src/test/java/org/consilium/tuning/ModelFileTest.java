package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final int FACTS = 5;
    private static final int ITEMS = 3;

    private final ModelFile file = new ModelFile();

    static LearnedModel model() {
        Random random = new Random(4);
        List<Fact> facts =
                IntStream.range(0, FACTS)
                        .mapToObj(f -> new Fact(concept(f), Role.CONDITION_ACTIVE))
                        .toList();
        List<Item> items =
                IntStream.range(0, ITEMS)
                        .mapToObj(i -> new Item(ItemKind.MEDICATION, concept(100 + i)))
                        .toList();
        Terms terms =
                Terms.of(
                        new Vocabulary<>(facts),
                        new Vocabulary<>(items),
                        texts -> values(texts.size() * Terms.TEXT, random));
        float[][] ridge = new float[FACTS][];
        Arrays.setAll(ridge, f -> values(ITEMS, random));
        return new LearnedModel(
                "small",
                null,
                "invented",
                terms,
                Factors.random(terms, 4, new float[ITEMS], 1),
                new RidgePart(
                        ridge,
                        values(ITEMS, random),
                        termRows(terms, random),
                        values(Terms.TEXT * ITEMS, random),
                        4,
                        70),
                new Calibration(
                        1.1,
                        -.2,
                        List.of(new Calibration.Knot(-3, -2.5), new Calibration.Knot(1, 2))),
                values(ITEMS, random),
                values(FACTS, random),
                new Provenance(
                        "abc", 7, 30, 1, Map.of("k", "v"), Map.of("java", "25"), Instant.EPOCH));
    }

    private static float[][] termRows(Terms terms, Random random) {
        float[][] rows = new float[terms.terms()][];
        Arrays.setAll(rows, term -> values(ITEMS, random));
        return rows;
    }

    private static float[] values(int length, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static Concept concept(int number) {
        return new Concept(CodeSystem.SNOMED_CT, String.valueOf(number), "Concept " + number);
    }

    private static float[] scores(LearnedModel model) {
        EvidenceModel evidence = model.evidence();
        float[] scores = new float[ITEMS];
        evidence.score(new int[] {0, 2, 4}, scores);
        return scores;
    }

    @Test
    void whatWasRoundedOnceComesBackBitForBit() throws Exception {
        LearnedModel kept = file.rounded(model());
        LearnedModel again = file.read(file.write(kept));
        assertThat(scores(again)).isEqualTo(scores(kept));
        assertThat(file.write(again)).isEqualTo(file.write(kept));
        assertThat(again.provenance()).isEqualTo(model().provenance());
        assertThat(again.calibration()).isEqualTo(model().calibration());
        assertThat(again.base()).isNull();
    }

    @Test
    void aCutFileIsRefused() throws Exception {
        byte[] bytes = file.write(model());
        for (int length : new int[] {0, 3, 40, bytes.length / 2}) {
            assertThatThrownBy(() -> file.read(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IOException.class)
                    .message()
                    .matches("(This is no Consilium model|The model is damaged).*");
        }
    }

    @Test
    void aFlippedBitIsRefusedOrChangesNothing() throws Exception {
        LearnedModel kept = file.rounded(model());
        byte[] bytes = file.write(kept);
        Random random = new Random(9);
        int refused = 0;
        for (int n = 0; n < 400; n++) {
            byte[] broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(file.write(file.read(broken))).isEqualTo(bytes);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(350);
    }
}
