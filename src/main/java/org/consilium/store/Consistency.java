package org.consilium.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks at every stored value: checksums of timelines, the chain of the audit trail, and whether
 * each decision is the one that was audited.
 */
final class Consistency {
    private static final int PAGE = 256;

    private Consistency() {}

    /** What is wrong, each one sentence; empty when all is well. */
    static List<String> check(Handle handle) {
        List<String> findings = new ArrayList<>();
        int damaged = damagedTimelines(handle);
        if (damaged > 0) {
            findings.add(damaged + " patients' records are damaged: put them in again or restore.");
        }
        AuditTrail.broken(handle).ifPresent(findings::add);
        int changed = DecisionRepository.changed(handle);
        if (changed > 0) {
            findings.add(changed + " decisions are not the ones that were taken.");
        }
        return List.copyOf(findings);
    }

    private static int damagedTimelines(Handle handle) {
        int damaged = 0;
        long last = -1;
        List<Long> page;
        do {
            page =
                    handle.createQuery(
                                    "SELECT id FROM patient WHERE id > ? AND cohort_id IS NOT NULL ORDER BY id LIMIT ?")
                            .bind(0, last)
                            .bind(1, PAGE)
                            .mapTo(Long.class)
                            .list();
            for (long patient : page) {
                damaged += Deflated.isSound(StoredTimeline.value(handle, patient)) ? 0 : 1;
                last = patient;
            }
        } while (page.size() == PAGE);
        return damaged;
    }
}
