package org.consilium.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.ItemKind;
import org.consilium.plan.ChangedReasons.Kind;
import org.consilium.plan.ChangedReasons.Shift;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.Role;
import org.consilium.recommend.safety.Family;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.SafetyFinding;
import org.consilium.recommend.safety.SafetySource;
import org.consilium.recommend.safety.SafetyVerdict;
import org.junit.jupiter.api.Test;

/** What was declined is not pushed again unless its reasons change. */
class ReviewServiceTest {
    private static final LocalDateTime THEN = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 5, 9, 0);
    private static final Concept ITEM =
            new Concept(CodeSystem.SNOMED_CT, "73761001", "Colonoscopy");
    private static final Concept BLEEDING = new Concept(CodeSystem.SNOMED_CT, "1", "Bleeding");
    private static final Concept ANEMIA = new Concept(CodeSystem.SNOMED_CT, "2", "Anemia");

    private final List<Decision> taken = new ArrayList<>();

    private static Attribution fact(Concept concept, Role role, double share) {
        return new Attribution(concept, role, THEN, null, share);
    }

    private static Recommendation item(
            double score, ItemSafety safety, List<Attribution> attributions) {
        return new Recommendation(
                1,
                ItemKind.PROCEDURE,
                ITEM,
                1 / (1 + Math.exp(-score)),
                score,
                -2,
                attributions,
                safety);
    }

    private static RecommendationList list(LocalDateTime at, String model, Recommendation item) {
        return new RecommendationList(
                "p",
                at,
                model,
                item.safety().isContraindicated() ? List.of() : List.of(item),
                item.safety().isContraindicated() ? List.of(item) : List.of(),
                List.of());
    }

    private void decide(Choice choice, Recommendation item) {
        taken.add(choice.on(list(THEN, "base", item), item, 1, "dr.lee", Instant.EPOCH));
    }

    private Earlier review(LocalDateTime at, Recommendation item) {
        return new ReviewService((request, asked) -> Optional.empty())
                .review(1, list(at, "base", item), taken)
                .of(item);
    }

    private static Recommendation withAnemia(double share) {
        return item(
                -2 + share,
                ItemSafety.NOTHING,
                List.of(fact(ANEMIA, Role.CONDITION_ACTIVE, share)));
    }

    @Test
    void aDeclinedItemStaysAwayUntilItsOddsHaveDoubled() {
        decide(Choice.decline(DeclineReason.NOT_INDICATED, null), withAnemia(.5));
        assertThat(review(NOW, withAnemia(.5 + Math.log(1.98))))
                .isInstanceOfSatisfying(
                        Earlier.Aside.class,
                        aside -> {
                            assertThat(Objects.requireNonNull(aside.change()).odds())
                                    .isCloseTo(1.98, within(1e-6));
                        });
        assertThat(review(NOW, withAnemia(.5 + Math.log(2.02)))).isInstanceOf(Earlier.Back.class);
    }

    @Test
    void whatHasChangedIsNamedTheMostFirst() {
        Concept gone = new Concept(CodeSystem.SNOMED_CT, "3", "Aspirin");
        decide(
                Choice.decline(DeclineReason.OTHER, null),
                item(
                        -2.1,
                        ItemSafety.NOTHING,
                        List.of(
                                fact(ANEMIA, Role.CONDITION_NOW, .2),
                                fact(gone, Role.TREATMENT_ACTIVE, -.3))));
        Recommendation now =
                item(
                        .3,
                        ItemSafety.NOTHING,
                        List.of(
                                fact(BLEEDING, Role.CONDITION_NOW, 2),
                                fact(ANEMIA, Role.CONDITION_ACTIVE, .3)));
        assertThat(review(NOW, now))
                .isInstanceOfSatisfying(
                        Earlier.Back.class,
                        back ->
                                assertThat(Objects.requireNonNull(back.change()).shifts())
                                        .extracting(Shift::kind)
                                        .containsExactly(Kind.NEW, Kind.GONE, Kind.OTHER));
    }

    @Test
    void whenARuleThatSpokeAgainstItIsSilentItComesBack() {
        SafetyFinding finding =
                new SafetyFinding(
                        "renal-rule",
                        Family.RENAL,
                        SafetyVerdict.CAUTION,
                        "Adjust.",
                        "has",
                        new SafetySource("Label", "4", "2024", "https://example.org", "read"));
        Recommendation cautious = item(-2, new ItemSafety(List.of(finding), List.of()), List.of());
        decide(Choice.decline(DeclineReason.CONTRAINDICATED, null), cautious);
        assertThat(review(NOW, cautious)).isInstanceOf(Earlier.Aside.class);
        assertThat(review(NOW, item(-2, ItemSafety.NOTHING, List.of())))
                .isInstanceOfSatisfying(
                        Earlier.Back.class, back -> assertThat(back.safetyLifted()).isTrue());
    }

    @Test
    void anotherModelIsComparedWithWhatItWouldHaveSaidThen() {
        decide(Choice.decline(DeclineReason.NOT_INDICATED, null), withAnemia(.1));
        Recommendation now = withAnemia(2);
        ReviewService service =
                new ReviewService((request, asked) -> {
                    assertThat(request.at()).isEqualTo(THEN);
                    assertThat(request.model()).isEqualTo("tuned");
                    return Optional.of(withAnemia(1.9));
                });
        assertThat(service.review(1, list(NOW, "tuned", now), taken).of(now))
                .isInstanceOf(Earlier.Aside.class);
    }

    @Test
    void aDecisionForALaterVisitIsNotKnown() {
        decide(Choice.decline(DeclineReason.NOT_INDICATED, null), withAnemia(.1));
        assertThat(review(THEN.minusDays(1), withAnemia(.1))).isInstanceOf(Earlier.None.class);
        assertThat(review(THEN, withAnemia(.1))).isInstanceOf(Earlier.Here.class);
    }

    @Test
    void whatWasSeenIsReadAgainAsItWas() {
        Recommendation item = withAnemia(.75);
        Explanation.Seen seen =
                Explanation.read(Explanation.of(list(THEN, "base", item), item)).orElseThrow();
        assertThat(seen.model()).isEqualTo("base");
        assertThat(seen.probability()).isEqualTo(item.probability());
        assertThat(seen.attributions()).isEqualTo(item.attributions());
        assertThat(Explanation.read("{}")).isEmpty();
        assertThat(Explanation.read("no")).isEmpty();
    }

    @Test
    void whatIsWithheldIsAcceptedOnlyWithAReason() {
        SafetyFinding finding =
                new SafetyFinding(
                        "renal-rule",
                        Family.RENAL,
                        SafetyVerdict.CONTRAINDICATED,
                        "No.",
                        "has",
                        new SafetySource("Label", "4", "2024", "https://example.org", "read"));
        Recommendation held = item(-2, new ItemSafety(List.of(finding), List.of()), List.of());
        assertThatThrownBy(() -> decide(Choice.accept(), held))
                .hasMessageStartingWith("It is withheld");
        assertThatThrownBy(() -> decide(Choice.modify("less", null), held))
                .hasMessageStartingWith("It is withheld");
        assertThatThrownBy(() -> decide(Choice.override(OverrideReason.OTHER, null), withAnemia(1)))
                .hasMessageContaining("nothing to override");
        assertThatThrownBy(() -> decide(Choice.snooze(THEN.toLocalDate(), null), held))
                .hasMessageContaining("a day after the visit");
        decide(Choice.override(OverrideReason.WILL_MONITOR, "weekly"), held);
        assertThat(CarePlan.of(taken, NOW)).hasSize(1);
        assertThat(taken.getFirst().alerts()).containsExactly("renal-rule");
    }
}
