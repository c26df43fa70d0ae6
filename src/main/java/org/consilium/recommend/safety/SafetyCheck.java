package org.consilium.recommend.safety;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.Units;
import org.consilium.recommend.Item;

/**
 * Holds items against what is known of a patient. What no rule speaks against is not thereby safe:
 * docs/safety.md says what is not covered. Thread-safe.
 */
public final class SafetyCheck {
    private final SafetyRules rules;
    private final Products products;
    private final Units units;

    private SafetyCheck(SafetyRules rules, Products products, Units units) {
        this.rules = rules;
        this.products = products;
        this.units = units;
    }

    /**
     * By the rules that ship with the program; about 0.1 s.
     *
     * @throws IOException naming file, line and reason when a table is damaged
     */
    public static SafetyCheck shipped(ClinicalTables tables) throws IOException {
        return new SafetyCheck(
                SafetyRules.shipped(tables.ingredients()),
                new Products(tables.ingredients()),
                tables.units());
    }

    /** How many rules there are. */
    public int size() {
        return rules.all().size();
    }

    /** What a rule says; empty where there is no such rule any more. */
    public Optional<String> sentence(String rule) {
        return rules.all().stream()
                .filter(one -> one.id().equals(rule))
                .map(SafetyRule::sentence)
                .findFirst();
    }

    SafetyRules rules() {
        return rules;
    }

    /**
     * @param at looks at nothing that came to be known later than an hour after it, and at no order
     *     of a visit that begins then
     */
    public SafetyReport check(Timeline timeline, LocalDateTime at, List<Item> items) {
        KnownPatient known = new RecordReader(rules, products, at).read(timeline);
        Evaluation evaluation = new Evaluation(known, new Results(known, units));
        List<ItemSafety> checked = items.stream().map(item -> check(evaluation, item)).toList();
        return new SafetyReport(checked, notChecked(known, items, checked));
    }

    private ItemSafety check(Evaluation evaluation, Item item) {
        if (item.kind() != ItemKind.MEDICATION && item.kind() != ItemKind.IMMUNIZATION) {
            return ItemSafety.NOTHING;
        }
        Product product = products.of(item.concept());
        if (product.substances().isEmpty()) {
            return new ItemSafety(
                    List.of(),
                    List.of(new NotChecked(null, "what is in it is not known for certain")));
        }
        Set<SafetyRule> special = rules.of(product.substances());
        List<SafetyFinding> findings = new ArrayList<>();
        Set<NotChecked> unknown = new LinkedHashSet<>();
        Stream.concat(rules.general().stream(), special.stream())
                .filter(rule -> rule.anyForm() || !product.local())
                .forEach(rule -> {
                    switch (evaluation.of(rule, product.substances())) {
                        case Outcome.Fails fails -> {}
                        case Outcome.Unknown(String missing) ->
                                unknown.add(new NotChecked(rule.family(), missing));
                        case Outcome.Holds holds -> findings.add(finding(rule, holds));
                    }
                });
        findings.sort(
                Comparator.comparing(SafetyFinding::verdict).thenComparing(SafetyFinding::family));
        if (special.isEmpty()) {
            unknown.add(
                    new NotChecked(
                            null, "no rule but those on allergies and duplicates speaks of it"));
        }
        return new ItemSafety(findings, List.copyOf(unknown));
    }

    private static SafetyFinding finding(SafetyRule rule, Outcome.Holds holds) {
        return new SafetyFinding(
                rule.id(),
                rule.family(),
                holds.mild() ? SafetyVerdict.CAUTION : rule.verdict(),
                rule.sentence(),
                holds.because(),
                rule.source());
    }

    /** What concerns the record as a whole, then what is missing for single rules. */
    private static List<NotChecked> notChecked(
            KnownPatient known, List<Item> items, List<ItemSafety> checked) {
        Set<NotChecked> all = new LinkedHashSet<>();
        boolean medicines = items.stream().anyMatch(item -> item.kind() == ItemKind.MEDICATION);
        if (medicines) {
            allergies(known, all);
            for (ClinicalEvent medicine : known.unknownMedicines()) {
                all.add(
                        new NotChecked(
                                Family.INTERACTION,
                                "what is in %s, which is taken, is not known for certain"
                                        .formatted(Words.name(medicine))));
            }
            if (!known.hasProblemList()) {
                all.add(new NotChecked(Family.DISEASE, "no problem is on record"));
            }
        }
        for (ItemSafety item : checked) {
            item.notChecked().stream()
                    .filter(missing -> missing.family() != null)
                    .forEach(all::add);
        }
        if (items.stream()
                .anyMatch(item ->
                        item.kind() == ItemKind.PROCEDURE || item.kind() == ItemKind.CARE_PLAN)) {
            all.add(new NotChecked(null, "procedures and care plans: there are no rules for them"));
        }
        return List.copyOf(all);
    }

    private static void allergies(KnownPatient known, Set<NotChecked> all) {
        if (known.allergies().isEmpty()) {
            all.add(
                    new NotChecked(
                            Family.ALLERGY,
                            "none is on record, nor that there are none: not known"));
        }
        for (KnownPatient.Allergy allergy : known.allergies()) {
            if (!allergy.reading().recognised()) {
                all.add(
                        new NotChecked(
                                Family.ALLERGY,
                                "\"%s\" could not be matched to a medicine"
                                        .formatted(Words.name(allergy.event()))));
            }
        }
    }
}
