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
        for (Fact fact : visits.factVocabulary().entries()) {
            hash.add(fact.concept().system().uri());
            hash.add(fact.concept().code() + '|' + fact.role() + '|' + fact.level());
        }
        for (Item item : visits.itemVocabulary().entries()) {
            hash.add(item.concept().system().uri());
            hash.add(item.concept().code() + '|' + item.kind());
        }
        for (int visit = 0; visit < visits.size(); visit++) {
            hash.add(visits.facts()[visit]);
            hash.add(visits.targets()[visit]);
            hash.add(visits.masked()[visit]);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
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
