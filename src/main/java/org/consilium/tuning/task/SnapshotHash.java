package org.consilium.tuning.task;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the records that a task learns from: the same for the same task on the same records,
 * whatever the base model, the recipe and the seed. Not thread-safe.
 */
public final class SnapshotHash {
    private static final int ABSENT = -1;

    private final MessageDigest digest = sha256();
    private final Map<String, String> patients = new TreeMap<>();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Takes in a patient; one without a visit to learn from is not part of a snapshot.
     *
     * @param visits the encounters that are learned from
     */
    public void add(Timeline timeline, BitSet visits) {
        if (visits.isEmpty()) {
            return;
        }
        add(timeline.patient());
        digest.update(visits.toByteArray());
        for (Encounter visit : timeline.encounters()) {
            add(visit.id());
            add(visit.encounterClass());
            add(visit.type());
            add(visit.reason());
            add(String.valueOf(visit.start()));
            add(String.valueOf(visit.end()));
        }
        for (ClinicalEvent event : timeline.events()) {
            add(event.kind() + "|" + event.category());
            add(event.concept());
            add(event.encounterId());
            add(String.valueOf(event.start()));
            add(String.valueOf(event.end()));
            add(String.valueOf(event.value()));
        }
        patients.put(timeline.patient().id(), HexFormat.of().formatHex(digest.digest()));
    }

    private void add(Patient patient) {
        add(patient.id());
        add(patient.sex().name());
        add(String.valueOf(patient.birthDate()));
        add(String.valueOf(patient.deathDate()));
        add(patient.race());
        add(patient.ethnicity());
        add(patient.language());
        add(patient.site());
    }

    private void add(@Nullable Concept concept) {
        if (concept == null) {
            add((String) null);
            return;
        }
        add(concept.system().uri());
        add(concept.code());
        add(concept.display());
    }

    private void add(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(Integer.BYTES)
                        .putInt(0, text == null ? ABSENT : bytes.length)
                        .array());
        digest.update(bytes);
    }

    /** By patient the hash of what is learned from; for the encrypted store alone. */
    public Map<String, String> patients() {
        return Map.copyOf(patients);
    }

    /** Of all patients and of the scope. */
    public String of(TaskScope scope) {
        MessageDigest all = sha256();
        all.update(String.valueOf(scope).getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(patients)
                .forEach((id, hash) -> all.update(hash.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }
}
