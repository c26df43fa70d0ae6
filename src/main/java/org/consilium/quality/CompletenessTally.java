package org.consilium.quality;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/** What is missing. */
final class CompletenessTally {
    /** Words and HL7 v3 NullFlavor codes by which sources say that they do not know. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "unknown", "not known", "unk", "asku", "nask", "nask-u", "ni", "na");

    private final Findings findings;
    private long essentials;

    CompletenessTally(Findings findings) {
        this.findings = findings;
    }

    /** Patients with birth date and sex. */
    long essentials() {
        return essentials;
    }

    void take(Timeline timeline) {
        Patient patient = timeline.patient();
        String id = patient.id();
        boolean born = patient.birthDate() != null;
        boolean sex = patient.sex() != Sex.UNKNOWN;
        if (born && sex) {
            essentials++;
        }
        missing(QualityCheck.BIRTH_DATE_MISSING, !born, id);
        missing(QualityCheck.SEX_MISSING, !sex, id);
        missing(QualityCheck.RACE_MISSING, saysNothing(patient.race()), id);
        missing(QualityCheck.ETHNICITY_MISSING, saysNothing(patient.ethnicity()), id);
        missing(QualityCheck.LANGUAGE_MISSING, saysNothing(patient.language()), id);
        missing(QualityCheck.NO_VISITS, timeline.encounters().isEmpty(), id);
        events(timeline);
    }

    private void events(Timeline timeline) {
        String id = timeline.patient().id();
        Set<String> visits = new HashSet<>();
        for (Encounter visit : timeline.encounters()) {
            visits.add(visit.id());
        }
        boolean conditions = false;
        boolean medications = false;
        for (ClinicalEvent event : timeline.events()) {
            if (event.kind() == EventKind.GOAL) {
                continue; // most are texts, and no source gives them a visit
            }
            conditions |= event.kind() == EventKind.CONDITION;
            medications |= event.kind() == EventKind.MEDICATION;
            String visit = event.encounterId();
            missing(QualityCheck.EVENT_WITHOUT_VISIT, visit == null || !visits.contains(visit), id);
            missing(QualityCheck.CODE_WITHOUT_NAME, isNameless(event.concept()), id);
        }
        missing(QualityCheck.NO_CONDITIONS, !conditions, id);
        missing(QualityCheck.NO_MEDICATIONS, !medications, id);
    }

    private void missing(QualityCheck check, boolean so, String patient) {
        if (so) {
            findings.add(check, patient);
        }
    }

    private static boolean saysNothing(@Nullable String words) {
        return words == null || SAYS_NOTHING.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** A text is its own name. */
    private static boolean isNameless(Concept concept) {
        return !concept.system().equals(CodeSystem.TEXT)
                && concept.code().equalsIgnoreCase(concept.display());
    }
}
