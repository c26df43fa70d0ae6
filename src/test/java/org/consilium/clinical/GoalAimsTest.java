package org.consilium.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalAimsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hemoglobin A1c: <7 % by 2026-03-01; in progress; on hold",
                "walks alone; not achieved",
                "achieved; planned",
                "no change",
                "planned",
                "is achieved",
                "planned; in progress"
            })
    void whatIsReadIsWrittenAgain(String words) {
        GoalAims aims = GoalAims.of(new Value.Text(words));
        assertThat(aims == null ? "nothing" : aims.words()).isEqualTo(words);
    }

    @Test
    void onlyWholePartsAtTheEndAreKnown() {
        assertThat(GoalAims.of("walks; not achieved;  on hold"))
                .isEqualTo(
                        new GoalAims(
                                "walks",
                                GoalAims.Achievement.NOT_ACHIEVED,
                                GoalAims.Pause.ON_HOLD));
        assertThat(GoalAims.of("long planned")).isEqualTo(new GoalAims("long planned", null, null));
        assertThat(GoalAims.of("on hold; a")).isEqualTo(new GoalAims("on hold; a", null, null));
    }

    @Test
    void nothingAndNumbersSayNothing() {
        assertThat(GoalAims.of(" ")).isNull();
        assertThat(GoalAims.of(new Value.Quantity(7, "kg"))).isNull();
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String words = "x".repeat(GoalAims.LONGEST - 2) + "\ud83d\ude00 more";
        String cut = new GoalAims(words, GoalAims.Achievement.ACHIEVED, null).words();
        assertThat(cut).isEqualTo("x".repeat(GoalAims.LONGEST - 2) + "…; achieved");
    }
}
