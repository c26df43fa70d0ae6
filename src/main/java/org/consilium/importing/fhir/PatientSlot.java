package org.consilium.importing.fhir;

import java.util.Objects;
import org.consilium.clinical.Patient;
import org.consilium.importing.TimelineBuffer;

/** A patient of the import and what has been read of them. Not thread-safe. */
final class PatientSlot {
    private final Patient patient;
    private final String server;
    private final TimelineBuffer buffer;

    /**
     * @param server where the record came from; empty when that is not said
     */
    PatientSlot(Patient patient, String server, TimelineBuffer buffer) {
        this.patient = patient;
        this.server = server;
        this.buffer = buffer;
    }

    Patient patient() {
        return patient;
    }

    TimelineBuffer buffer() {
        return buffer;
    }

    /** Whether another resource with the same id may be about the same person. */
    boolean mayBe(Patient other, String otherServer) {
        boolean elsewhere =
                !server.isEmpty() && !otherServer.isEmpty() && !server.equals(otherServer);
        boolean alike =
                patient.sex() == other.sex()
                        && Objects.equals(patient.birthDate(), other.birthDate());
        return alike && !elsewhere;
    }
}
