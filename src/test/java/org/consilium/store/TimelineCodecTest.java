package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineCodecTest {
    @TempDir Path home;
    private Database database;
    private TimelineCodec codec;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        codec = new TimelineCodec(database.concepts());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTimelineComesBackAsItWas() {
        RandomTimelines random = new RandomTimelines(17);
        for (int i = 0; i < 300; i++) {
            check(random.next("p" + i, i % 12, i % 90));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                0.1,
                98.6,
                -273.15,
                1e-7,
                1e15,
                9007199254740993.0,
                1e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NEGATIVE_INFINITY,
                0.30000000000000004,
                123456.789012
            })
    void everyNumberComesBackToTheLastBit(double amount) {
        check(withValue(new Value.Quantity(amount, "mg/dL", -amount, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "0F8FAD5B-D9CB-469F-A165-70867728950E",
                "0f8fad5b-d9cb-469f-a165-7086772895",
                "𝔘𝔫𝔦 \u0000 ’"
            })
    void everyTextComesBack(String text) {
        check(withValue(new Value.Text(text)));
    }

    @Test
    void aDamagedValueIsFoundWhereverItIsDamaged() {
        byte[] value = codec.encode(new RandomTimelines(3).next("p", 3, 20));
        Timeline empty = new RandomTimelines(1).next("p", 0, 0);
        for (int i = 0; i < value.length; i++) {
            byte[] damaged = value.clone();
            damaged[i] ^= 0x20;
            assertThat(Deflated.isSound(damaged) && damaged[0] == value[0]).isFalse();
            assertThatThrownBy(() -> codec.decode(empty.patient(), damaged))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("A record in the store is damaged")
                    .hasNoCause();
        }
    }

    /** Stored timelines hold the places of kinds and categories, not their names. */
    @Test
    void kindsKeepTheirPlaces() {
        assertThat(EventKind.values())
                .startsWith(
                        EventKind.CONDITION,
                        EventKind.OBSERVATION,
                        EventKind.MEDICATION,
                        EventKind.PROCEDURE,
                        EventKind.CARE_PLAN,
                        EventKind.IMMUNIZATION,
                        EventKind.ALLERGY,
                        EventKind.GOAL);
    }

    @Test
    void fiveHundredEventsTakeAFewKilobytes() {
        byte[] value = codec.encode(new RandomTimelines(5).next("p", 30, 500));
        assertThat(value.length).isLessThan(16_000);
    }

    private static Timeline withValue(Value value) {
        Concept concept = new Concept(CodeSystem.LOINC, "8302-2", "Body height");
        ClinicalEvent event =
                new ClinicalEvent(
                        EventKind.OBSERVATION,
                        Category.VITAL_SIGNS,
                        concept,
                        null,
                        LocalDateTime.MIN.plusNanos(1),
                        LocalDateTime.MAX,
                        value,
                        null);
        return new Timeline(
                new RandomTimelines(1).next("p", 0, 0).patient(), List.of(), List.of(event));
    }

    private void check(Timeline timeline) {
        SameTimeline.check(codec.decode(timeline.patient(), codec.encode(timeline)), timeline);
    }
}
