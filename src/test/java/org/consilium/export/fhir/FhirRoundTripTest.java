package org.consilium.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.export.AsRead;
import org.consilium.export.ExportStore;
import org.consilium.recommend.FactExtractor;
import org.consilium.store.RandomTimelines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported and read again is the same, but for the documented losses. */
class FhirRoundTripTest {
    private static final FactExtractor FACTS = new FactExtractor();

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    private List<Timeline> exportAndRead(List<Timeline> timelines) throws Exception {
        try (ExportStore store = new ExportStore(home)) {
            store.put("ward", timelines);
            store.export("ward", ExportStore.FHIR, folder.resolve("out"));
        }
        return new FhirExport(folder.resolve("out")).read();
    }

    private static List<Timeline> random(long seed) {
        RandomTimelines random = new RandomTimelines(seed);
        List<Timeline> timelines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            timelines.add(random.next("p" + (100 + i), i % 7, i * 5));
        }
        return timelines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomTimelinesComeBackButForTheDocumentedLoss(long seed) throws Exception {
        List<Timeline> before = random(seed);
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
        List<Timeline> before = random(7).stream().map(each -> spelling.of(inFhir(each))).toList();
        List<Timeline> after = exportAndRead(before);
        for (int i = 0; i < before.size(); i++) {
            Timeline read = new AsRead().of(after.get(i));
            boolean same =
                    FACTS.visits(read, visit -> true)
                            .equals(FACTS.visits(before.get(i), visit -> true));
            assertThat(same).as("patient %d", i).isTrue();
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
        Value value = event.value();
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                event.encounterId(),
                event.start(),
                end(event),
                value,
                reason(event, problems));
    }

    private static @Nullable LocalDateTime end(ClinicalEvent event) {
        return switch (event.kind()) {
            case IMMUNIZATION, OBSERVATION -> null;
            case ALLERGY -> event.end() == null ? null : event.start();
            default -> event.end();
        };
    }

    private static @Nullable Concept reason(ClinicalEvent event, Set<Concept> problems) {
        return switch (event.kind()) {
            case CONDITION, ALLERGY, OBSERVATION -> null;
            case CARE_PLAN -> problems.contains(event.reason()) ? event.reason() : null;
            default -> event.reason();
        };
    }
}
