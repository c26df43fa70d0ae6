package org.consilium.importing.fhir;

import java.util.Objects;
import org.consilium.clinical.Patient;
import org.consilium.importing.TimelineBuffer;

/**
 * A patient of the import and what has been read of them. Not thread-safe.
 *
 * @param number of the patient in the import
 * @param version of what is known of who they are, see {@link Version}
 * @param server where the record came from; empty when that is not said
 */
record PatientSlot(int number, Patient patient, int version, String server, TimelineBuffer buffer) {

    /** The same person as another resource describes them. */
    PatientSlot as(Patient described, int newer) {
        return new PatientSlot(number, described, newer, server, buffer);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PatientSlot slot && slot.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
