package org.consilium.importing.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.csv.FormulaGuard;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.job.Progress;
import org.consilium.store.CodecRoundTrip;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every import, whatever it is fed: a refusal is one sentence, no issue holds a
 * cell's value, nothing ends before it begins, every text can be written down, and what is taken
 * comes back from the store as it was. Broken, it is an {@link AssertionError}. Not thread-safe.
 */
final class Invariants implements PatientSink {
    /** Stands in the cells of every seed; no word of ours may ever hold it. */
    static final String PLANTED = "Zq9Qz";

    private static final int LONGEST_SENTENCE = 500;

    private final CodecRoundTrip store;

    Invariants(CodecRoundTrip store) {
        this.store = store;
    }

    /** With a store in a folder of its own, for as long as this JVM lives. */
    static Invariants withStore() {
        try {
            return new Invariants(new CodecRoundTrip(Files.createTempDirectory("fuzz-store")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as an import does; only the two ways of refusing are let pass. */
    void check(CohortReader reader, Inputs inputs) {
        try {
            reader.accepts(inputs);
            reader.read(inputs, this, Progress.NONE);
        } catch (ImportException | RefusedInputException e) {
            sentence(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AssertionError("no refusal, but " + e.getClass(), e);
        }
    }

    @Override
    public void patient(Timeline timeline) {
        check(timeline.patient());
        timeline.encounters().forEach(Invariants::check);
        timeline.events().forEach(Invariants::check);
        Timeline back = store.of(timeline);
        require(
                back.equals(timeline) && back.toString().equals(timeline.toString()),
                "it comes back from the store as it was");
    }

    @Override
    public void skipped(String type) {
        sentence(type);
    }

    @Override
    public void rejected(ImportIssue issue) {
        sentence(issue.sentence());
        String resource = issue.resource();
        if (resource != null) {
            sentence(resource);
        }
    }

    @Override
    public void noted(ImportIssue issue) {
        rejected(issue);
    }

    private static void check(Patient patient) {
        identifier(patient.id());
        text(patient.familyName());
        text(patient.givenName());
        text(patient.race());
        text(patient.ethnicity());
        text(patient.language());
        text(patient.site());
        if (patient.birthDate() != null) {
            year(patient.birthDate().getYear());
        }
        if (patient.deathDate() != null) {
            year(patient.deathDate().getYear());
        }
    }

    private static void check(Encounter encounter) {
        identifier(encounter.id());
        text(encounter.encounterClass());
        concept(encounter.type());
        concept(encounter.reason());
        span(encounter.start(), encounter.end());
    }

    private static void check(ClinicalEvent event) {
        require(!event.concept().code().isBlank(), "an event has a concept");
        concept(event.concept());
        concept(event.reason());
        text(event.encounterId());
        span(event.start(), event.end());
        switch (event.value()) {
            case null -> {}
            case Value.Quantity quantity -> {
                text(quantity.unit());
                number(quantity.amount());
                number(quantity.low());
                number(quantity.high());
            }
            case Value.Coded coded -> concept(coded.concept());
            case Value.Text words -> text(words.text());
        }
    }

    private static void number(@Nullable Double number) {
        require(number == null || Double.isFinite(number), "a number is finite");
    }

    private static void span(LocalDateTime start, @Nullable LocalDateTime end) {
        year(start.getYear());
        require(end == null || !end.isBefore(start), "nothing ends before it begins");
    }

    /** What a person can write in four digits, and what every database can keep. */
    static void year(int year) {
        require(year >= 0 && year <= 10_200, "a year is one that a person may have meant");
    }

    private static void concept(@Nullable Concept concept) {
        if (concept != null) {
            text(concept.system().uri());
            text(concept.code());
            text(concept.display());
            require(!concept.display().isBlank(), "a concept has words");
        }
    }

    private static void identifier(String id) {
        require(!id.isBlank() && id.equals(id.strip()), "an id is no blank");
        text(id);
    }

    private static void text(@Nullable String text) {
        if (text == null) {
            return;
        }
        require(
                text.equals(
                        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
                "a text can be written down");
        String written = FormulaGuard.guarded(text);
        require(
                written.isEmpty() || "=+-@\t\r".indexOf(written.charAt(0)) < 0,
                "no spreadsheet runs it");
        require(FormulaGuard.undone(written).equals(text), "what is written out comes back");
        require(text.chars().noneMatch(Invariants::isControl), "a text has no control characters");
    }

    private static boolean isControl(int character) {
        return character < 0x20 && character != '\t' && character != '\n' && character != '\r';
    }

    static void sentence(String sentence) {
        require(!sentence.contains(PLANTED), "no word of ours holds a cell's value");
        name(sentence);
    }

    /** A name of a file, which is shown as it is. */
    static void name(String name) {
        require(!name.isBlank() && name.length() <= LONGEST_SENTENCE, "it is a sentence");
        require(name.chars().noneMatch(Character::isISOControl), "a sentence is on one line");
    }

    static void require(boolean held, String invariant) {
        if (!held) {
            throw new AssertionError("not so: " + invariant);
        }
    }
}
