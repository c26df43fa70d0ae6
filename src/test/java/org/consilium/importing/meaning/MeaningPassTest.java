package org.consilium.importing.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.ShippedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeaningPassTest {
    private static final LocalDateTime START = LocalDateTime.of(2024, 6, 1, 8, 0);

    private final MeaningPass pass = new MeaningPass(ShippedTables.read().units());

    private static ClinicalEvent result(String loinc, Quantity value, @Nullable String encounter) {
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.LABORATORY,
                new Concept(CodeSystem.LOINC, loinc, "Test " + loinc),
                encounter,
                START,
                null,
                value,
                null);
    }

    private static Timeline timeline(List<ClinicalEvent> events) {
        return new Timeline(
                new Patient("p", null, null, Sex.OTHER, null, null, null, null, null, null),
                List.of(),
                events);
    }

    @Test
    void resultsAreConvertedAndCounted() {
        Timeline settled =
                pass.settle(
                        timeline(
                                List.of(
                                        result(
                                                "718-7",
                                                new Quantity(130, "g/L", 120.0, 160.0),
                                                "e"),
                                        result("2345-7", new Quantity(99, "MG/DL"), "e"))));
        assertThat(settled.events())
                .extracting(ClinicalEvent::value)
                .containsExactly(new Quantity(13, "g/dL", 12.0, 16.0), new Quantity(99, "mg/dL"));
        assertThat(pass.counts()).isEqualTo(new MeaningCounts(1, 1, Map.of(), Map.of(), 0));
        assertThat(pass.counts().sentences())
                .containsExactly(
                        "Results converted to the usual unit: 1.",
                        "Results whose unit was spelled anew: 1.");
    }

    @Test
    void unknownUnitsStayAndAreNamedOnceThereAreSeveral() {
        List<ClinicalEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(result("2345-7", new Quantity(i, "gobbets"), "e"));
            events.add(result("2345-7", new Quantity(i, "mmol/L"), "e"));
        }
        events.add(result("2345-7", new Quantity(1, "Jane Doe"), "e"));
        Timeline recorded = timeline(events);
        assertThat(pass.settle(recorded)).isSameAs(recorded);
        assertThat(pass.counts())
                .isEqualTo(
                        new MeaningCounts(
                                0,
                                0,
                                Map.of("gobbets", 12L, MeaningCounts.OTHERS, 1L),
                                Map.of("mmol/L", 12L),
                                0));
        assertThat(pass.counts().sentences())
                .containsExactly(
                        "Left as recorded, unit unknown: gobbets (12), others (1).",
                        "Left as recorded, unit can't be converted: mmol/L (12).");
    }

    @Test
    void theSameEventIsTakenOnce() {
        ClinicalEvent one = result("2345-7", new Quantity(99, "mg/dL"), "e");
        ClinicalEvent otherValue = result("2345-7", new Quantity(98, "mg/dL"), "e");
        ClinicalEvent otherVisit = result("2345-7", new Quantity(99, "mg/dL"), "f");
        Timeline settled = pass.settle(timeline(List.of(one, otherValue, otherVisit, one, one)));
        assertThat(settled.events()).containsExactly(one, otherValue, otherVisit);
        assertThat(pass.counts().duplicates()).isEqualTo(2);
        assertThat(pass.counts().sentences())
                .containsExactly("Events recorded twice, taken once: 2.");
    }

    @Test
    void amongManyOfOneMomentToo() {
        List<ClinicalEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(result("2345-7", new Quantity(i, "mg/dL"), "e"));
        }
        List<ClinicalEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.reverse(events);
        assertThat(pass.settle(timeline(twice)).events()).hasSize(40);
        assertThat(pass.settle(timeline(events)).events()).hasSize(40);
        assertThat(pass.counts().duplicates()).isEqualTo(40);
    }
}
