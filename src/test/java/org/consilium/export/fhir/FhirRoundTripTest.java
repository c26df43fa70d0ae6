package org.consilium.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.GoalAims;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.export.AsRead;
import org.consilium.export.ExportStore;
import org.consilium.export.RoundTrip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported and read again is the same, but for the documented losses. */
class FhirRoundTripTest {
    private static final int DEMO = 40;

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    private List<Timeline> exportAndRead(List<Timeline> timelines) throws Exception {
        try (ExportStore store = new ExportStore(home)) {
            store.put("ward", timelines);
            store.export("ward", ExportStore.FHIR, folder.resolve("out"));
        }
        return new FhirExport(folder.resolve("out")).read();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomTimelinesComeBackButForTheDocumentedLoss(long seed) throws Exception {
        List<Timeline> before = RoundTrip.random(seed);
        List<Timeline> after = exportAndRead(before);
        assertThat(after).hasSameSizeAs(before);
        AsRead expected = new AsRead();
        AsRead found = new AsRead();
        for (int i = 0; i < before.size(); i++) {
            Timeline wanted = expected.of(inFhir(before.get(i)));
            Timeline read = found.of(after.get(i));
            assertThat(read).isEqualTo(wanted);
        }
    }

    @Test
    void whatCanBeSaidInFhirSaysTheSameFacts() throws Exception {
        AsRead spelling = new AsRead();
        List<Timeline> before =
                RoundTrip.random(7).stream().map(each -> spelling.of(inFhir(each))).toList();
        List<Timeline> after = exportAndRead(before);
        for (int i = 0; i < before.size(); i++) {
            Timeline read = new AsRead().of(after.get(i));
            assertThat(RoundTrip.facts(read).equals(RoundTrip.facts(before.get(i))))
                    .as("patient %d", i)
                    .isTrue();
        }
    }

    @Test
    void patientsAsASourceRecordsThemSayTheSameFacts() throws Exception {
        List<Timeline> before = RoundTrip.demo(DEMO);
        Map<String, Timeline> after = new HashMap<>();
        exportAndRead(before).forEach(each -> after.put(each.patient().id(), each));
        for (int i = 0; i < DEMO; i++) {
            Timeline read = Objects.requireNonNull(after.get(before.get(i).patient().id()));
            assertThat(read.patient()).isEqualTo(before.get(i).patient());
            assertThat(RoundTrip.facts(read).equals(RoundTrip.facts(before.get(i))))
                    .as("patient %d", i)
                    .isTrue();
        }
    }

    /** The losses of docs/formats/fhir-ndjson.md, as far as {@link AsRead} has not got them. */
    private static Timeline inFhir(Timeline timeline) {
        Patient patient = timeline.patient();
        Set<Concept> problems = AsRead.problems(timeline);
        return new Timeline(
                new Patient(
                        patient.id(),
                        patient.familyName(),
                        patient.givenName(),
                        patient.sex(),
                        patient.birthDate(),
                        patient.deathDate(),
                        patient.race(),
                        patient.ethnicity(),
                        patient.language(),
                        null),
                timeline.encounters(),
                timeline.events().stream()
                        .filter(FhirRoundTripTest::says)
                        .map(event -> inFhir(event, problems))
                        .toList());
    }

    private static boolean says(ClinicalEvent event) {
        return event.kind() != EventKind.OBSERVATION || event.value() != null;
    }

    private static ClinicalEvent inFhir(ClinicalEvent event, Set<Concept> problems) {
        boolean goal = event.kind() == EventKind.GOAL;
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                goal ? null : event.encounterId(),
                goal ? event.start().truncatedTo(ChronoUnit.DAYS) : event.start(),
                end(event),
                goal ? aims(event) : event.value(),
                reason(event, problems));
    }

    /** One that is completed is neither planned nor on hold. */
    private static @Nullable Value aims(ClinicalEvent goal) {
        GoalAims aims = GoalAims.of(goal.value());
        if (aims == null || goal.end() == null || aims.pause() == null) {
            return goal.value();
        }
        GoalAims worked = new GoalAims(aims.targets(), aims.achievement(), null);
        return worked.words().isEmpty() ? null : worked.value();
    }

    private static @Nullable LocalDateTime end(ClinicalEvent event) {
        return switch (event.kind()) {
            case IMMUNIZATION, OBSERVATION -> null;
            case ALLERGY -> event.end() == null ? null : event.start();
            case GOAL -> event.end() == null ? null : event.end().truncatedTo(ChronoUnit.DAYS);
            default -> event.end();
        };
    }

    private static @Nullable Concept reason(ClinicalEvent event, Set<Concept> problems) {
        return switch (event.kind()) {
            case CONDITION, ALLERGY, OBSERVATION -> null;
            case CARE_PLAN, GOAL -> problems.contains(event.reason()) ? event.reason() : null;
            default -> event.reason();
        };
    }
}
