package org.consilium.quality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Namesakes;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;

/** Events recorded twice, and patients who may be one person. */
final class DuplicateTally {

    /** Whose first namesake was told already. */
    private static final String TOLD = "";

    private final Findings findings;
    private final MessageDigest sha256;

    /** By half of a hash, so that a large cohort's names are not held in memory. */
    private final Map<Long, String> people = new HashMap<>();

    DuplicateTally(Findings findings) {
        this.findings = findings;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void take(Timeline timeline) {
        Patient patient = timeline.patient();
        Set<ClinicalEvent> seen = HashSet.newHashSet(timeline.events().size());
        for (ClinicalEvent event : timeline.events()) {
            if (!seen.add(event)) {
                findings.add(QualityCheck.REPEATED_EVENT, patient.id());
            }
        }
        String person = Namesakes.key(patient);
        if (person != null) {
            namesake(hash(person), patient.id());
        }
    }

    private void namesake(long person, String id) {
        String first = people.putIfAbsent(person, id);
        if (first == null) {
            return;
        }
        if (!first.equals(TOLD)) {
            people.put(person, TOLD);
            findings.add(QualityCheck.SAME_PERSON, first);
        }
        findings.add(QualityCheck.SAME_PERSON, id);
    }

    private long hash(String person) {
        return ByteBuffer.wrap(sha256.digest(person.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
