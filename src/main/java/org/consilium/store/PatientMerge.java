package org.consilium.store;

import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one person or one visit brought together: what the later one says holds, what it
 * does not say stays as it was.
 */
final class PatientMerge {
    private PatientMerge() {}

    /**
     * Whether two records with the same id are evidently of two people: birth date and sex are
     * known in both and both differ. One difference alone is taken as a correction.
     */
    static boolean isAnotherPerson(Patient stored, Patient fresh) {
        boolean born =
                stored.birthDate() != null
                        && fresh.birthDate() != null
                        && !stored.birthDate().equals(fresh.birthDate());
        boolean sex =
                stored.sex() != Sex.UNKNOWN
                        && fresh.sex() != Sex.UNKNOWN
                        && stored.sex() != fresh.sex();
        return born && sex;
    }

    static Patient patient(Patient stored, Patient fresh) {
        return new Patient(
                stored.id(),
                later(stored.familyName(), fresh.familyName()),
                later(stored.givenName(), fresh.givenName()),
                fresh.sex() == Sex.UNKNOWN ? stored.sex() : fresh.sex(),
                later(stored.birthDate(), fresh.birthDate()),
                later(stored.deathDate(), fresh.deathDate()),
                later(stored.race(), fresh.race()),
                later(stored.ethnicity(), fresh.ethnicity()),
                later(stored.language(), fresh.language()),
                later(stored.site(), fresh.site()));
    }

    static Encounter encounter(Encounter stored, Encounter fresh) {
        return new Encounter(
                stored.id(),
                fresh.encounterClass().isEmpty() ? stored.encounterClass() : fresh.encounterClass(),
                concept(stored.type(), fresh.type()),
                concept(stored.reason(), fresh.reason()),
                fresh.start(),
                later(stored.end(), fresh.end()));
    }

    static boolean same(Encounter one, Encounter other) {
        return one.equals(other)
                && sameName(one.type(), other.type())
                && sameName(one.reason(), other.reason());
    }

    static <T> @Nullable T later(@Nullable T stored, @Nullable T fresh) {
        return fresh == null ? stored : fresh;
    }

    static @Nullable Concept concept(@Nullable Concept stored, @Nullable Concept fresh) {
        return stored == null || fresh == null ? later(stored, fresh) : named(stored, fresh);
    }

    /** The later one, but a name is not lost to a source that gives codes only. */
    static Concept named(Concept stored, Concept fresh) {
        boolean nameless = fresh.display().equals(fresh.code());
        return nameless && fresh.equals(stored) ? stored : fresh;
    }

    /** Of two equal concepts (or none), whether they are spelt in the same way, too. */
    static boolean sameName(@Nullable Concept one, @Nullable Concept other) {
        return one == null || other == null || one.display().equals(other.display());
    }
}
