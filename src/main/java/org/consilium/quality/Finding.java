package org.consilium.quality;

/**
 * What a check found.
 *
 * @param found how many of the check's {@link Subject}
 * @param of how many of them were looked at
 */
public record Finding(QualityCheck check, long found, long of, PatientList patients) {

    /** 0 to 1; 0 where there was nothing to look at. */
    public double share() {
        return of == 0 ? 0 : (double) found / of;
    }

    Finding anonymous() {
        return new Finding(check, found, of, patients.anonymous());
    }
}
