package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.Ingredients;
import org.junit.jupiter.api.Test;

class KnownFactsTest {
    private static final Concept POTASSIUM =
            new Concept(CodeSystem.LOINC, "2823-3", "Potassium in serum");

    private static Fact potassium(String level) {
        return new Fact(POTASSIUM, Role.OBSERVATION_NOW, level);
    }

    private static Vocabulary<Fact> knowing(String... levels) {
        return new Vocabulary<>(List.of(levels).stream().map(KnownFactsTest::potassium).toList());
    }

    @Test
    void theFinestThatIsKnownStandsForAFact() {
        Fact critical = potassium("critical high");
        assertThat(KnownFacts.indexOf(knowing("", "high", "critical high"), critical)).hasValue(2);
        assertThat(KnownFacts.indexOf(knowing("", "high"), critical)).hasValue(1);
        assertThat(KnownFacts.indexOf(knowing("normal", ""), critical)).hasValue(1);
        assertThat(KnownFacts.indexOf(knowing("low", "normal"), critical)).isEmpty();
        assertThat(KnownFacts.indexOf(knowing("low"), potassium(""))).isEmpty();
    }

    @Test
    void anAnswerIsNotTheQuestion() {
        assertThat(KnownFacts.indexOf(knowing(""), potassium("Former smoker"))).isEmpty();
        assertThat(KnownFacts.indexOf(knowing(""), potassium("reason"))).isEmpty();
    }

    @Test
    void aModelWithoutLevelsCountsAResultThatHasOneAndItsShareIsExact() throws IOException {
        Item item =
                new Item(ItemKind.PROCEDURE, new Concept(CodeSystem.SNOMED_CT, "1", "Dialysis"));
        EvidenceModel model =
                new EvidenceModel(
                        "old",
                        knowing(""),
                        new Vocabulary<>(List.of(item)),
                        new float[] {-2},
                        new float[] {1.5f},
                        new float[] {.25f},
                        Calibration.IDENTITY);
        LocalDateTime now = LocalDateTime.of(2024, 6, 10, 9, 0);
        FactOccurrence occurrence =
                new FactOccurrence(potassium("critical high"), now, "6.8 mmol/L");
        Recommendation made =
                new Recommender(RoutineItems.shipped(), Ingredients.shipped())
                        .recommend(
                                model,
                                new Visit("p", now, List.of(occurrence), Set.of(), Set.of()),
                                1,
                                Set.of())
                        .getFirst();
        assertThat(made.score()).isEqualTo(-.25);
        assertThat(made.attributions())
                .containsExactly(
                        new Attribution(POTASSIUM, Role.OBSERVATION_NOW, now, "6.8 mmol/L", 1.75));
    }
}
