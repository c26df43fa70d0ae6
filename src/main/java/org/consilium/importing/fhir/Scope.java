package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.jspecify.annotations.Nullable;

/** What the references of one document lead to before all else. Not thread-safe. */
final class Scope {
    private final Index<PatientSlot> patients = new Index<>();
    private final Index<Concept> medications = new Index<>();
    private final Index<Concept> conditions = new Index<>();
    private final Index<Visit> visits = new Index<>();
    private final Set<String> rejected = new HashSet<>();

    /** An encounter that events can be at. */
    record Visit(PatientSlot slot, String id, LocalDateTime start) {}

    Index<PatientSlot> patients() {
        return patients;
    }

    Index<Concept> medications() {
        return medications;
    }

    /** Concepts of conditions, which others give as their reason. */
    Index<Concept> conditions() {
        return conditions;
    }

    Index<Visit> visits() {
        return visits;
    }

    /** A patient that was not taken: what is about them must not go to another of the same id. */
    void reject(Address address) {
        if (address.fullUrl() != null) {
            rejected.add(References.absolute(address.fullUrl(), null));
        }
        rejected.add(address.type() + "/" + address.id());
        rejected.addAll(address.identifiers());
    }

    boolean isRejected(@Nullable String subject) {
        return subject != null && !rejected.isEmpty() && rejected.contains(subject);
    }
}
