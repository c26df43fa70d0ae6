package org.consilium.importing.omop;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.Spill;
import org.jspecify.annotations.Nullable;

/**
 * Puts concepts in the place of references on the way to another sink. What is spilled on the way
 * holds references still. Not thread-safe.
 */
final class MeaningSink implements PatientSink {
    private final PatientSink sink;
    private @Nullable Meaning known;

    MeaningSink(PatientSink sink) {
        this.sink = sink;
    }

    /** The vocabulary has been read; patients can come from here on. */
    void understand(Meaning meaning) {
        known = meaning;
    }

    private Meaning meaning() {
        return Objects.requireNonNull(known, "patients come after the vocabulary");
    }

    @Override
    public void patient(Timeline timeline) {
        List<Encounter> visits = timeline.encounters().stream().map(this::visit).toList();
        List<ClinicalEvent> events = timeline.events().stream().map(this::event).toList();
        sink.patient(new Timeline(timeline.patient(), visits, events));
    }

    private Encounter visit(Encounter raw) {
        Concept reference = raw.type();
        Concept type = reference == null ? null : meaning().visit(reference);
        String encounterClass = raw.encounterClass();
        if (encounterClass.isEmpty() && type != null) {
            encounterClass = type.display().toLowerCase(Locale.ROOT);
        }
        return new Encounter(raw.id(), encounterClass, type, null, raw.start(), raw.end());
    }

    private ClinicalEvent event(ClinicalEvent raw) {
        Meaning.Word word = meaning().of(raw.concept());
        Value value = value(raw.value());
        return switch (raw.kind()) {
            case MEDICATION ->
                    word.vaccine()
                            ? given(raw, word.concept())
                            : of(raw, raw.kind(), Category.NONE, word.concept(), null);
            case CONDITION, OBSERVATION ->
                    word.allergy()
                            ? of(
                                    raw,
                                    EventKind.ALLERGY,
                                    Category.NONE,
                                    substance(word, value),
                                    null)
                            : of(
                                    raw,
                                    raw.kind(),
                                    raw.kind() == EventKind.OBSERVATION
                                            ? word.category()
                                            : Category.NONE,
                                    word.concept(),
                                    value);
            default -> of(raw, raw.kind(), Category.NONE, word.concept(), value);
        };
    }

    private static Concept substance(Meaning.Word word, @Nullable Value value) {
        return word.open() && value instanceof Value.Coded coded ? coded.concept() : word.concept();
    }

    /** A vaccine is given at a moment: the end of its exposure means nothing. */
    private static ClinicalEvent given(ClinicalEvent raw, Concept vaccine) {
        return new ClinicalEvent(
                EventKind.IMMUNIZATION,
                Category.NONE,
                vaccine,
                raw.encounterId(),
                raw.start(),
                null,
                null,
                null);
    }

    private static ClinicalEvent of(
            ClinicalEvent raw,
            EventKind kind,
            Category category,
            Concept concept,
            @Nullable Value value) {
        return new ClinicalEvent(
                kind, category, concept, raw.encounterId(), raw.start(), raw.end(), value, null);
    }

    private @Nullable Value value(@Nullable Value raw) {
        return switch (raw) {
            case null -> null;
            case Value.Quantity quantity -> quantity(quantity);
            case Value.Coded coded -> new Value.Coded(meaning().of(coded.concept()).concept());
            case Value.Text text -> new Value.Text(unit(text.text()));
        };
    }

    private Value quantity(Value.Quantity raw) {
        return new Value.Quantity(raw.amount(), unit(raw.unit()), raw.low(), raw.high());
    }

    private String unit(String text) {
        return UnitReferences.resolved(text, meaning().vocabulary());
    }

    @Override
    public void alsoCoded(Concept taken, Concept other) {
        sink.alsoCoded(taken, other);
    }

    @Override
    public void skipped(String type) {
        sink.skipped(type);
    }

    @Override
    public void rejected(ImportIssue issue) {
        sink.rejected(issue);
    }

    @Override
    public void noted(ImportIssue issue) {
        sink.noted(issue);
    }

    @Override
    public Spill spill() {
        return sink.spill();
    }
}
