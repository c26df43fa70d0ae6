package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.importing.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * What references lead to: first within their document, then in the whole import. Used by one
 * thread.
 */
final class Whereabouts {
    /** Resources that wait since only an identifier says whose they are, each some 700 bytes. */
    private static final int MOST_WAITING = 200_000;

    /** Encounters that are found by identifier from other documents, each some 200 bytes. */
    private static final int MOST_IDENTIFIED = 500_000;

    private final Index<PatientSlot> patients;
    private final ConceptIndex medications;
    private final ConceptIndex conditions;
    private final Identified<Scope.Visit> visits = new Identified<>();

    /** When encounters began, in seconds, by patient and id. */
    private final LongMap begun = new LongMap();

    private int waiting;

    Whereabouts(Index<PatientSlot> patients, ConceptIndex medications, ConceptIndex conditions) {
        this.patients = patients;
        this.medications = medications;
        this.conditions = conditions;
    }

    /**
     * Whose a resource is; null where that is not known, or not yet. Who alone has an identifier is
     * known at the end, so what refers to a patient by one waits for it, but for what is more than
     * can wait: that goes to whom it leads to so far.
     *
     * @param last whether nothing more comes
     */
    @Nullable PatientSlot patient(Origin origin, Scope scope, boolean last) {
        String subject = origin.subject();
        if (scope.isRejected(subject)
                || References.isByIdentifier(subject) && !last && waiting < MOST_WAITING) {
            return null;
        }
        PatientSlot slot = scope.patients().find(subject);
        return slot == null || References.isByIdentifier(subject) ? patients.find(subject) : slot;
    }

    /** Whether a resource whose patient was not found may wait for one. */
    boolean mayWait(Origin origin, Scope scope) {
        if (origin.subject() == null || scope.isRejected(origin.subject())) {
            return false;
        }
        return !References.isByIdentifier(origin.subject()) || waiting++ < MOST_WAITING;
    }

    /** Why no patient was found, in a sentence. */
    String noPatient(Origin origin) {
        String subject = origin.subject();
        if (subject == null) {
            return "It names no patient.";
        }
        if (!References.isByIdentifier(subject)) {
            return "The reference leads to no patient in these files.";
        }
        int having = patients.having(subject);
        return having == 0
                ? "It refers to a patient by an identifier that no patient in these files has."
                : "It refers to a patient by an identifier that %,d patients have."
                        .formatted(having);
    }

    @Nullable Concept medication(Origin origin, Scope scope) {
        String reference = origin.medication();
        Concept found =
                References.isByIdentifier(reference) ? null : scope.medications().find(reference);
        return found == null ? medications.find(reference) : found;
    }

    @Nullable Concept reason(Origin origin, Scope scope) {
        Concept found = scope.conditions().find(origin.reason());
        return found == null ? conditions.find(origin.reason()) : found;
    }

    /** An encounter of this patient. */
    Scope.@Nullable Visit visit(PatientSlot slot, @Nullable String reference, Scope scope) {
        if (reference == null) {
            return null;
        }
        Scope.Visit visit = scope.visits().find(reference);
        if (visit == null && References.isByIdentifier(reference)) {
            visit = visits.find(reference);
        }
        if (visit != null && visit.slot().equals(slot)) {
            return visit;
        }
        String id = References.id(reference);
        long start = begun.get(key(slot, id));
        return start == LongMap.NONE || References.isByIdentifier(reference)
                ? null
                : new Scope.Visit(slot, id, LocalDateTime.ofEpochSecond(start, 0, ZoneOffset.UTC));
    }

    /** Whether an encounter of this patient has this id. */
    boolean knows(Scope.Visit visit) {
        return begun.get(key(visit.slot(), visit.id())) != LongMap.NONE;
    }

    /**
     * @param identifiers of the encounter
     */
    void enter(Scope.Visit visit, List<String> identifiers) {
        begun.put(key(visit.slot(), visit.id()), visit.start().toEpochSecond(ZoneOffset.UTC));
        if (visits.size() < MOST_IDENTIFIED) {
            visits.add(identifiers, visit);
        }
    }

    private static long key(PatientSlot slot, String encounterId) {
        return LongSet.hash(slot.number() + "/" + encounterId);
    }
}
