package org.consilium.ui.cohort;

import java.time.LocalDate;

/** What a chip of the worklist keeps. */
enum PatientFilter {
    SEEN_LATELY("Seen in the last year") {
        @Override
        boolean keeps(PatientRow row, LocalDate today) {
            LocalDate last = row.lastVisit();
            return last != null && last.isAfter(today.minusYears(1));
        }
    },
    CHILDREN("Under 18") {
        @Override
        boolean keeps(PatientRow row, LocalDate today) {
            return row.years() >= 0 && row.years() < ADULT;
        }
    },
    OLDER("65 and over") {
        @Override
        boolean keeps(PatientRow row, LocalDate today) {
            return row.years() >= OLD;
        }
    },
    MANY_MEDICATIONS("5 or more medications") {
        @Override
        boolean keeps(PatientRow row, LocalDate today) {
            return row.summary().activeMedications() >= MANY;
        }
    };

    private static final int ADULT = 18;
    private static final int OLD = 65;

    /** Polypharmacy is most often defined so (Masnoon et al., BMC Geriatrics 2017;17:230). */
    private static final int MANY = 5;

    private final String words;

    PatientFilter(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract boolean keeps(PatientRow row, LocalDate today);
}
