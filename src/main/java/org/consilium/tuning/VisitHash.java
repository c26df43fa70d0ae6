package org.consilium.tuning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;

/**
 * SHA-256 over visits with their vocabularies, in order: the same data give the same hash on every
 * machine.
 */
final class VisitHash {
    private final MessageDigest digest;

    private VisitHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(EncodedVisits visits) {
        VisitHash hash = new VisitHash();
        hash.add(visits);
        return hash.hex();
    }

    /** Of all visits and decisions that a run sees. */
    static String of(EncodedVisits train, EncodedVisits test, Feedback feedback) {
        VisitHash hash = new VisitHash();
        hash.add(train);
        hash.add(test);
        for (int row = 0; row < feedback.size(); row++) {
            hash.add(feedback.facts()[row]);
            hash.add(new int[] {feedback.items()[row], feedback.wanted()[row] ? 1 : 0});
        }
        return hash.hex();
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(EncodedVisits visits) {
        for (Fact fact : visits.factVocabulary().entries()) {
            add(fact.concept().system().uri());
            add(fact.concept().code() + '|' + fact.role() + '|' + fact.level());
        }
        for (Item item : visits.itemVocabulary().entries()) {
            add(item.concept().system().uri());
            add(item.concept().code() + '|' + item.kind());
        }
        for (int visit = 0; visit < visits.size(); visit++) {
            add(visits.facts()[visit]);
            add(visits.targets()[visit]);
            add(visits.masked()[visit]);
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(int[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate((numbers.length + 1) * Integer.BYTES);
        buffer.putInt(numbers.length);
        for (int number : numbers) {
            buffer.putInt(number);
        }
        digest.update(buffer.array());
    }
}
