package org.consilium.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllergyReactionsTest {
    private static AllergyReactions read(String words) {
        return Objects.requireNonNull(AllergyReactions.of(words));
    }

    private static String words(AllergyReactions.Builder builder) {
        return builder.value() instanceof Value.Text(String text) ? text : "";
    }

    @Test
    void theMostSevereComesFirstAndNothingTwice() {
        AllergyReactions.Builder builder =
                new AllergyReactions.Builder()
                        .add("Nausea", null)
                        .add("hives", "MILD")
                        .add(
                                new Concept(
                                        CodeSystem.SNOMED_CT, "39579001", "Anaphylaxis (disorder)"),
                                "moderate")
                        .add("Hives", "severe")
                        .add("Rash", "mild")
                        .add(" ", "severe")
                        .type("intolerance")
                        .criticality("high");
        assertThat(words(builder))
                .isEqualTo(
                        "Hives (severe), Anaphylaxis (moderate), Rash (mild), Nausea; intolerance;"
                                + " high risk");
    }

    @Test
    void whatSaysNothingIsNoValue() {
        var builder =
                new AllergyReactions.Builder().type("allergy").criticality("unable-to-assess");
        assertThat(builder.value()).isNull();
        assertThat(AllergyReactions.of("  ")).isNull();
        assertThat(AllergyReactions.of(new Value.Quantity(3, ""))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hives (severe), Wheezing; high risk",
                "Nausea; intolerance",
                "intolerance; low risk",
                "high risk",
                "Rash; itch; high risk; high risk",
                "intolerance; intolerance"
            })
    void itsOwnWordsAreReadAsTheyWereMeant(String words) {
        assertThat(read(words).words()).isEqualTo(words);
        assertThat(words(new AllergyReactions.Builder().add(words, null))).isEqualTo(words);
    }

    @Test
    void theRiskIsReadFromTheWords() {
        AllergyReactions reactions = read(" Hives \n (severe); intolerance; high risk");
        assertThat(reactions.manifestations()).isEqualTo("Hives (severe)");
        assertThat(reactions.intolerance()).isTrue();
        assertThat(reactions.risk()).isEqualTo(AllergyReactions.Risk.HIGH);
        assertThat(read("not a high risk").risk()).isNull();
    }

    @Test
    void howeverMuchIsRecordedTheWorstAndTheRiskStay() {
        AllergyReactions.Builder builder = new AllergyReactions.Builder();
        for (int i = 0; i < 500; i++) {
            builder.add("Symptom " + i, i == 400 ? "severe" : "mild");
        }
        String words = words(builder.type("intolerance").criticality("high"));
        assertThat(words)
                .startsWith("Symptom 400 (severe), Symptom 0 (mild), ")
                .endsWith(", …; intolerance; high risk")
                .hasSizeLessThanOrEqualTo(300);
        assertThat(read(words).words()).isEqualTo(words);
        assertThat(read(words).words(40))
                .isEqualTo("Symptom 400 (severe), …; intolerance; high risk");
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int before = 0; before < 4; before++) {
            String cut = read("x".repeat(before) + "🜁".repeat(400)).words();
            assertThat(cut).hasSizeLessThanOrEqualTo(AllergyReactions.LONGEST).endsWith("🜁…");
            assertThat(read(cut).words()).isEqualTo(cut);
        }
    }
}
