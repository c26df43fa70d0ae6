package org.consilium.recommend.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ShippedTables;
import org.consilium.recommend.Item;
import org.jspecify.annotations.Nullable;

/** A synthetic patient, written down a line at a time, and what the shipped rules say of items. */
final class Charted {
    static final LocalDateTime AT = LocalDateTime.of(2025, 6, 1, 10, 0);
    static final ClinicalTables TABLES = ShippedTables.read();
    static final SafetyCheck CHECK = check();

    private final List<ClinicalEvent> events = new ArrayList<>();
    private final List<Encounter> encounters = new ArrayList<>();
    private Sex sex = Sex.FEMALE;
    private @Nullable LocalDate born = LocalDate.of(1970, 1, 1);

    private static SafetyCheck check() {
        try {
            return SafetyCheck.shipped(TABLES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Charted man() {
        return new Charted().sex(Sex.MALE);
    }

    static Charted woman() {
        return new Charted();
    }

    Charted sex(Sex recorded) {
        sex = recorded;
        return this;
    }

    Charted born(@Nullable LocalDate day) {
        born = day;
        return this;
    }

    Charted aged(int years) {
        return born(AT.toLocalDate().minusYears(years));
    }

    Charted takes(String product) {
        return takes(medicine(product), AT.minusDays(30), null, null);
    }

    Charted took(String product, int daysAgo) {
        return takes(medicine(product), AT.minusDays(90), AT.minusDays(daysAgo), null);
    }

    Charted takes(
            Concept product,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String visit) {
        return add(EventKind.MEDICATION, Category.NONE, product, visit, start, end, null);
    }

    Charted allergic(Concept to) {
        return allergic(to, null);
    }

    Charted allergic(String to) {
        return allergic(text(to), null);
    }

    Charted allergic(Concept to, @Nullable Value reactions) {
        return add(EventKind.ALLERGY, Category.NONE, to, null, AT.minusYears(5), null, reactions);
    }

    Charted has(Concept condition) {
        return add(
                EventKind.CONDITION, Category.NONE, condition, null, AT.minusDays(20), null, null);
    }

    Charted has(String snomed, String display) {
        return has(new Concept(CodeSystem.SNOMED_CT, snomed, display));
    }

    Charted had(String snomed, String display) {
        return add(
                EventKind.CONDITION,
                Category.NONE,
                new Concept(CodeSystem.SNOMED_CT, snomed, display),
                null,
                AT.minusYears(3),
                AT.minusYears(2),
                null);
    }

    Charted result(String loinc, double amount, String unit) {
        return result(loinc, amount, unit, 10);
    }

    Charted result(String loinc, double amount, String unit, int daysAgo) {
        return add(
                EventKind.OBSERVATION,
                Category.LABORATORY,
                new Concept(CodeSystem.LOINC, loinc, "result " + loinc),
                null,
                AT.minusDays(daysAgo),
                null,
                new Value.Quantity(amount, unit));
    }

    Charted visitNow(String id) {
        encounters.add(new Encounter(id, "ambulatory", null, null, AT, AT.plusHours(1)));
        return this;
    }

    private Charted add(
            EventKind kind,
            Category category,
            Concept concept,
            @Nullable String visit,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable Value value) {
        events.add(new ClinicalEvent(kind, category, concept, visit, start, end, value, null));
        return this;
    }

    static Concept text(String words) {
        return new Concept(CodeSystem.TEXT, words, words);
    }

    static Concept medicine(String product) {
        return new Concept(CodeSystem.RXNORM, product, product);
    }

    Timeline timeline() {
        Patient patient = new Patient("p", null, null, sex, born, null, null, null, null, null);
        events.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(patient, encounters, events);
    }

    SafetyReport report(Item... items) {
        return CHECK.check(timeline(), AT, List.of(items));
    }

    ItemSafety check(String product) {
        return check(medicine(product));
    }

    ItemSafety check(Concept product) {
        ItemKind kind =
                product.system().equals(CodeSystem.CVX)
                        ? ItemKind.IMMUNIZATION
                        : ItemKind.MEDICATION;
        return report(new Item(kind, product)).items().getFirst();
    }

    /** Ids of the rules that speak against it. */
    List<String> rules(String product) {
        return ids(check(product));
    }

    static List<String> ids(ItemSafety safety) {
        return safety.findings().stream().map(SafetyFinding::rule).toList();
    }
}
