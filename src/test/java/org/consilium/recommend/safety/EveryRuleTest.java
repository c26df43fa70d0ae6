package org.consilium.recommend.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that ships fires when its condition is present and is silent when it is absent. */
class EveryRuleTest {
    private static final SafetyRules RULES = Charted.CHECK.rules();

    static Stream<SafetyRule> rules() {
        return RULES.all().stream();
    }

    private static Set<String> items(SafetyRule rule) {
        return rule.medicine().isAny() ? Set.of("atenolol") : rule.medicine().substances();
    }

    private static boolean fires(SafetyRule rule, String item, Charted chart) {
        return Charted.ids(chart.check(RulePatients.product(item))).contains(rule.id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void firesForEachOfItsMedicines(SafetyRule rule) {
        for (String item : items(rule)) {
            assertThat(fires(rule, item, RulePatients.patient(rule, item, null, -1)))
                    .as("%s for %s", rule.id(), item)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentWhenAnyOneOfItsConditionsIsAbsent(SafetyRule rule) {
        String item = items(rule).stream().sorted().findFirst().orElseThrow();
        for (int broken = 0; broken < rule.when().size(); broken++) {
            assertThat(fires(rule, item, RulePatients.patient(rule, item, null, broken)))
                    .as("%s without %s", rule.id(), rule.when().get(broken))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentForAnotherMedicine(SafetyRule rule) {
        if (rule.medicine().isAny()) {
            return;
        }
        String item = items(rule).stream().sorted().findFirst().orElseThrow();
        Charted chart = RulePatients.patient(rule, item, null, -1);
        assertThat(fires(rule, "folic acid", chart)).as(rule.id()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anInteractionFiresFromBothSidesForEachMember(SafetyRule rule) {
        List<Criterion.With> sides =
                rule.when().stream()
                        .filter(Criterion.With.class::isInstance)
                        .map(Criterion.With.class::cast)
                        .toList();
        if (sides.size() != 1 || sides.getFirst().least() > 1) {
            return;
        }
        for (String other : sides.getFirst().other().substances()) {
            items(rule).stream()
                    .filter(one -> !one.equals(other))
                    .sorted()
                    .findFirst()
                    .ifPresent(item -> {
                        assertThat(fires(rule, item, RulePatients.patient(rule, item, other, -1)))
                                .as("%s: %s while taking %s", rule.id(), item, other)
                                .isTrue();
                        assertThat(fires(rule, other, RulePatients.patient(rule, other, item, -1)))
                                .as("%s: %s while taking %s", rule.id(), other, item)
                                .isTrue();
                    });
        }
    }

    @Test
    void eachHasASourceAPersonCanFollow() {
        assertThat(RULES.all())
                .allSatisfy(rule -> {
                    assertThat(rule.source().document()).isNotBlank();
                    assertThat(rule.source().section()).isNotBlank();
                    assertThat(rule.source().date()).isNotBlank();
                    assertThat(rule.source().link()).matches("(https://|doi\\.org/).+");
                    assertThat(rule.source().confirmed()).matches(".*(read).*");
                });
    }

    @Test
    void thereAreEnoughOfThemInEveryFamily() {
        Map<Family, Integer> counts = new EnumMap<>(Family.class);
        RULES.all().forEach(rule -> counts.merge(rule.family(), 1, Integer::sum));
        assertThat(counts).containsOnlyKeys(Family.values());
        assertThat(RULES.all()).hasSizeGreaterThan(150);
    }

    @Test
    void theHighPriorityListOfTheOncIsWhole() {
        assertThat(RULES.all())
                .filteredOn(rule -> rule.id().startsWith("onc-"))
                .hasSize(15)
                .allSatisfy(rule ->
                        assertThat(rule.verdict()).isEqualTo(SafetyVerdict.CONTRAINDICATED));
    }

    @Test
    void eachProblemIsFoundByEachOfItsCodesAndWords() {
        Set<Problem> problems = new HashSet<>();
        for (SafetyRule rule : RULES.all()) {
            for (Criterion criterion : rule.when()) {
                if (criterion instanceof Criterion.Has has) {
                    problems.add(has.problem());
                }
            }
        }
        assertThat(problems).hasSizeGreaterThan(40);
        for (Problem problem : problems) {
            problem.snomed().forEach(code -> found(problem, CodeSystem.SNOMED_CT, code));
            problem.icd10Cm().forEach(code -> found(problem, CodeSystem.ICD_10_CM, code + "9"));
            problem.words().forEach(words -> found(problem, CodeSystem.TEXT, words));
        }
    }

    private static void found(Problem problem, CodeSystem system, String code) {
        String display = system.equals(CodeSystem.TEXT) ? code : "something";
        assertThat(RULES.problems().of(new Concept(system, code, display)))
                .as("%s by %s", problem.name(), code)
                .contains(problem);
    }
}
