package org.consilium.export.events;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.GoalAims;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.csv.SafeCsv;
import org.consilium.export.CohortWriter;
import org.consilium.export.ExportFile;
import org.consilium.export.ExportFolder;
import org.consilium.export.Loss;
import org.consilium.export.Losses;

/**
 * A row a patient, and a row a visit or event with every column that the reader knows. Not
 * thread-safe.
 */
final class EventsWriter implements CohortWriter {
    private static final List<String> PATIENT_COLUMNS =
            List.of(
                    "patient_id",
                    "family_name",
                    "given_name",
                    "sex",
                    "birth_date",
                    "death_date",
                    "race",
                    "ethnicity",
                    "language",
                    "site",
                    "synthetic");

    private final boolean synthetic;
    private final Losses losses;
    private final ExportFile patientFile;
    private final ExportFile eventFile;
    private final SafeCsv patients;
    private final SafeCsv events;
    private final EventRow row;

    EventsWriter(Cohort cohort, ExportFolder folder, Losses losses) throws IOException {
        synthetic = cohort.synthetic();
        this.losses = losses;
        patientFile = folder.create("patients.csv", "patients");
        eventFile = folder.create("events.csv", "events");
        patients = new SafeCsv(text(patientFile), PATIENT_COLUMNS);
        events = new SafeCsv(text(eventFile), EventColumn.titles());
        row = new EventRow(losses);
    }

    private static OutputStreamWriter text(ExportFile file) {
        return new OutputStreamWriter(file.content(), StandardCharsets.UTF_8);
    }

    @Override
    public void write(Timeline timeline) throws IOException {
        Patient patient = timeline.patient();
        patients.row(
                Arrays.asList(
                        losses.text(patient.id()),
                        losses.text(patient.familyName()),
                        losses.text(patient.givenName()),
                        word(patient.sex()),
                        patient.birthDate(),
                        patient.deathDate(),
                        losses.text(patient.race()),
                        losses.text(patient.ethnicity()),
                        losses.text(patient.language()),
                        losses.text(patient.site()),
                        synthetic));
        patientFile.row();
        Set<String> visits = new HashSet<>();
        for (Encounter encounter : timeline.encounters()) {
            encounter(patient.id(), encounter);
            visits.add(encounter.id());
        }
        for (ClinicalEvent event : timeline.events()) {
            event(patient.id(), event);
            if (event.encounterId() != null && !visits.contains(event.encounterId())) {
                losses.add(Loss.ENCOUNTER_UNKNOWN);
            }
        }
    }

    private void encounter(String patient, Encounter encounter) throws IOException {
        row.clear()
                .text(EventColumn.PATIENT_ID, patient)
                .text(EventColumn.ENCOUNTER_ID, encounter.id())
                .period(encounter.start(), encounter.end())
                .set(EventColumn.KIND, "encounter")
                .concept(EventColumn.CODE_SYSTEM, encounter.type())
                .concept(EventColumn.REASON_SYSTEM, encounter.reason())
                .text(EventColumn.ENCOUNTER_CLASS, encounter.encounterClass());
        end();
    }

    private void event(String patient, ClinicalEvent event) throws IOException {
        row.clear()
                .text(EventColumn.PATIENT_ID, patient)
                .text(EventColumn.ENCOUNTER_ID, event.encounterId())
                .period(event.start(), event.end())
                .set(EventColumn.KIND, word(event.kind()).replace("_", ""))
                .concept(EventColumn.CODE_SYSTEM, event.concept())
                .concept(EventColumn.REASON_SYSTEM, event.reason());
        if (event.kind() == EventKind.ALLERGY) {
            reactions(event);
        } else if (event.kind() == EventKind.GOAL) {
            aims(event);
        } else if (event.kind() != EventKind.OBSERVATION) {
            if (event.value() != null) {
                losses.add(Loss.VALUE);
            }
        } else {
            if (event.category() != Category.NONE) {
                row.set(EventColumn.CATEGORY, word(event.category()).replace('_', '-'));
            }
            ValueCells.set(row, event.value(), losses);
        }
        end();
    }

    private void reactions(ClinicalEvent allergy) {
        AllergyReactions reactions = losses.reactions(allergy);
        if (reactions != null) {
            row.text(EventColumn.VALUE, reactions.words());
        }
    }

    private void aims(ClinicalEvent goal) {
        GoalAims aims = losses.aims(goal);
        if (aims != null) {
            row.text(EventColumn.VALUE, aims.words());
        }
    }

    private void end() throws IOException {
        events.row(row.cells());
        eventFile.row();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        try (patients;
                events) {
            // both, whatever becomes of the other
        }
    }
}
