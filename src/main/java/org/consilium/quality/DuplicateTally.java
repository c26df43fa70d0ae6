package org.consilium.quality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/** Events recorded twice, and patients who may be one person. */
final class DuplicateTally {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

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
        String person = person(patient);
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

    /**
     * Birth date, sex and the letters of the name without case and accents; null where one is not
     * known.
     */
    private static @Nullable String person(Patient patient) {
        String family = patient.familyName();
        String given = patient.givenName();
        if (patient.birthDate() == null || family == null || given == null) {
            return null;
        }
        return patient.birthDate()
                + "|"
                + patient.sex()
                + "|"
                + letters(family)
                + "|"
                + letters(given);
    }

    private static String letters(String name) {
        String bare = MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private long hash(String person) {
        return ByteBuffer.wrap(sha256.digest(person.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
