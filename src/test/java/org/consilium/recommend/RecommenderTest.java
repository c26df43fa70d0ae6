package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.Ingredients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 6, 10, 9, 0);
    private static final Fact DIABETES = fact("44054006", "Diabetes");
    private static final Fact PRESSURE = fact("59621000", "Hypertension");
    private static final Fact UNKNOWN = fact("1", "Never seen in training");
    private static final Item METFORMIN = item(ItemKind.MEDICATION, "860975");
    private static final Item LISINOPRIL = item(ItemKind.MEDICATION, "314076");
    private static final Item FLU = item(ItemKind.IMMUNIZATION, "140");
    private static final Item FORM = item(ItemKind.PROCEDURE, "430193006");

    @TempDir private Path folder = Path.of("unset");

    private Recommender recommender;

    /** Two facts, four items; the form is the most probable by far. */
    private static final EvidenceModel MODEL =
            new EvidenceModel(
                    "small",
                    new Vocabulary<>(List.of(DIABETES, PRESSURE)),
                    new Vocabulary<>(List.of(METFORMIN, LISINOPRIL, FLU, FORM)),
                    new float[] {-3, -3, -1, 5},
                    new float[] {4, 0, 1, 0, -1, 4, 1, 0},
                    new float[] {.5f, 0, 0, 0, 0, .25f, 0, 0},
                    Calibration.IDENTITY);

    private static Fact fact(String code, String display) {
        return new Fact(new Concept(CodeSystem.SNOMED_CT, code, display), Role.CONDITION_ACTIVE);
    }

    private static Item item(ItemKind kind, String code) {
        return new Item(kind, new Concept(CodeSystem.SNOMED_CT, code, "Item " + code));
    }

    @BeforeEach
    void readRoutine() throws IOException {
        Path file = folder.resolve("routine.csv");
        Files.writeString(
                file,
                "system,code,display,reason\nhttp://snomed.info/sct,430193006,Form,administration\n");
        recommender = new Recommender(RoutineItems.read(file), Ingredients.shipped());
    }

    private static Visit visit(Set<Item> active, Fact... facts) {
        List<FactOccurrence> known =
                List.of(facts).stream().map(fact -> new FactOccurrence(fact, NOW, null)).toList();
        return new Visit("p", NOW, known, active, Set.of());
    }

    private List<Recommendation> recommend(Visit visit, int top, ItemKind... kinds) {
        return recommender.recommend(MODEL, visit, top, Set.of(kinds));
    }

    @Test
    void everyShareIsThatOfItsFact() {
        Recommendation first =
                recommend(visit(Set.of(), DIABETES, PRESSURE), 1, ItemKind.MEDICATION).getFirst();
        double root = Math.sqrt(2);
        assertThat(first.item()).isEqualTo(LISINOPRIL.concept());
        assertThat(first.score()).isCloseTo(-3 + 4 / root + .25, within(1e-5));
        assertThat(first.attributions())
                .extracting(each -> each.concept().display())
                .containsExactly("Hypertension", "Diabetes");
        assertThat(first.attributions().getFirst().contribution())
                .isCloseTo(4 / root + .25, within(1e-5));
        assertThat(first.probability()).isCloseTo(1 / (1 + Math.exp(-first.score())), within(1e-9));
    }

    @Test
    void whatTheModelNeverSawNeitherSpeaksNorCounts() {
        assertThat(recommend(visit(Set.of(), DIABETES, UNKNOWN), 4))
                .isEqualTo(recommend(visit(Set.of(), DIABETES), 4));
    }

    @Test
    void routineAndActiveItemsAreNoAdvice() {
        assertThat(recommend(visit(Set.of(), DIABETES), 9))
                .extracting(Recommendation::item)
                .containsExactly(METFORMIN.concept(), FLU.concept(), LISINOPRIL.concept());
        assertThat(recommend(visit(Set.of(METFORMIN), DIABETES), 9))
                .extracting(Recommendation::item)
                .doesNotContain(METFORMIN.concept());
    }

    @Test
    void onlyTheKindsAskedForAndNoMoreThanAskedFor() {
        List<Recommendation> drugs =
                recommend(visit(Set.of(), DIABETES), 1, ItemKind.MEDICATION, ItemKind.CARE_PLAN);
        assertThat(drugs).extracting(Recommendation::item).containsExactly(METFORMIN.concept());
        assertThat(drugs.getFirst().rank()).isEqualTo(1);
    }

    @Test
    void withoutFactsTheBiasIsTheScore() {
        assertThat(recommend(visit(Set.of()), 1).getFirst().score()).isEqualTo(-1);
    }

    @Test
    void aRoutineRowWithoutACodeIsNamed() throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(file, "system,code,display,reason\na,b,c,d\na,,c,d\n");
        assertThatThrownBy(() -> RoutineItems.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mine.csv, line 3");
    }

    @Test
    void theShippedListIsRead() throws IOException {
        assertThat(RoutineItems.shipped().contains(FORM)).isTrue();
        assertThat(RoutineItems.shipped().contains(METFORMIN)).isFalse();
    }

    private static Item medicine(String code, String display) {
        return new Item(ItemKind.MEDICATION, new Concept(CodeSystem.RXNORM, code, display));
    }

    private static final Item WEAK = medicine("1", "lisinopril 10 MG Oral Tablet");
    private static final Item STRONG = medicine("2", "lisinopril 20 MG Oral Tablet [Zestril]");
    private static final Item PAIR =
            medicine("3", "Hydrochlorothiazide 25 MG / lisinopril 20 MG Oral Tablet");
    private static final Item WATER = medicine("4", "Hydrochlorothiazide 25 MG Oral Tablet");
    private static final EvidenceModel DRUGS =
            new EvidenceModel(
                    "drugs",
                    new Vocabulary<>(List.of(PRESSURE)),
                    new Vocabulary<>(List.of(WEAK, STRONG, PAIR, WATER)),
                    new float[] {-1, -2, -3, -4},
                    new float[] {1, 3, 1, 1},
                    new float[4],
                    Calibration.IDENTITY);

    @Test
    void ofOneDrugTheBestScoredProductStandsWithItsOwnShares() {
        List<Recommendation> rows =
                recommender.recommend(DRUGS, visit(Set.of(), PRESSURE), 9, Set.of());
        assertThat(rows)
                .extracting(Recommendation::item)
                .containsExactly(STRONG.concept(), PAIR.concept(), WATER.concept());
        assertThat(rows).extracting(Recommendation::rank).containsExactly(1, 2, 3);
        assertThat(rows.getFirst().score()).isEqualTo(1);
        assertThat(rows.getFirst().attributions().getFirst().contribution()).isEqualTo(3);
    }

    @Test
    void aDrugThatIsTakenInAnotherProductIsNoCandidate() {
        assertThat(recommender.recommend(DRUGS, visit(Set.of(WEAK), PRESSURE), 9, Set.of()))
                .extracting(Recommendation::item)
                .containsExactly(PAIR.concept(), WATER.concept());
        assertThat(recommender.recommend(DRUGS, visit(Set.of(PAIR), PRESSURE), 9, Set.of()))
                .isEmpty();
        assertThat(recommender.recommend(DRUGS, visit(Set.of(WEAK, WATER), PRESSURE), 9, Set.of()))
                .isEmpty();
    }
}
