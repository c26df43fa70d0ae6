package org.consilium.tuning.federated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What is carried between installations (docs/formats/federation.md): a mark, the signer's public
 * key, a signature over all the rest, a header as JSON and data. Not a bit of it is unsigned.
 * Arrays are shared, not copied.
 *
 * @param name of the file, for what is said of it
 * @param signer public key
 */
public record SignedFile(String name, byte[] signer, byte[] header, byte[] data) {
    private static final byte[] MARK = "CONSFED1".getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 1L << 30;

    /** For the headers; what is unknown comes from a later version and is refused. */
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** The bytes of a file. */
    public static byte[] signed(Object header, byte[] data, SigningKey key) {
        byte[] head = json(header);
        ByteBuffer rest =
                ByteBuffer.allocate(Integer.BYTES + head.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        rest.putInt(head.length).put(head).put(data);
        byte[] signature = key.sign(message(key.publicKey(), rest.array()));
        return ByteBuffer.allocate(
                        MARK.length
                                + SigningKey.PUBLIC_BYTES
                                + SigningKey.SIGNATURE_BYTES
                                + rest.capacity())
                .put(MARK)
                .put(key.publicKey())
                .put(signature)
                .put(rest.array())
                .array();
    }

    private static byte[] message(byte[] signer, byte[] rest) {
        return ByteBuffer.allocate(MARK.length + signer.length + rest.length)
                .put(MARK)
                .put(signer)
                .put(rest)
                .array();
    }

    private static byte[] json(Object header) {
        try {
            return JSON.writeValueAsBytes(header);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header could not be written", e);
        }
    }

    /**
     * Reads a file and checks its signature; whose it is, is not judged here.
     *
     * @throws IllegalArgumentException when it is no such file or was changed, in one sentence
     */
    public static SignedFile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException(name + " is too large for a federation's file.");
        }
        return read(name, Files.readAllBytes(file));
    }

    /** The same of bytes. */
    public static SignedFile read(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (!Arrays.equals(taken(in, MARK.length), MARK)) {
                throw new IllegalArgumentException(
                        name + " is no file of a federation, or one of a later version.");
            }
            byte[] signer = taken(in, SigningKey.PUBLIC_BYTES);
            byte[] signature = taken(in, SigningKey.SIGNATURE_BYTES);
            byte[] rest = taken(in, in.remaining());
            if (!SigningKey.verifies(signer, signature, message(signer, rest))) {
                throw new IllegalArgumentException(
                        name + " was changed or damaged since it was signed: have it sent again.");
            }
            ByteBuffer content = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = taken(content, content.getInt());
            return new SignedFile(name, signer, header, taken(content, content.remaining()));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(name + " is cut short: have it sent again.", e);
        }
    }

    private static byte[] taken(ByteBuffer from, int length) {
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /**
     * The header as what it should be.
     *
     * @throws IllegalArgumentException when the file is of another kind
     */
    <T> T header(Class<T> type, String kind) {
        try {
            String found = JSON.readTree(header).path("kind").asText();
            if (!found.equals(kind)) {
                throw new IllegalArgumentException(
                        "%s holds %s where %s is wanted.".formatted(name, said(found), said(kind)));
            }
            return JSON.readValue(header, type);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name + " was written by another version of Consilium.", e);
        }
    }

    private static String said(String kind) {
        return switch (kind) {
            case Round.KIND -> "a round";
            case Update.KIND -> "a clinic's update";
            case PublicKeyCard.KIND -> "a key";
            case SharedModel.KIND -> "a model";
            default -> "something else";
        };
    }
}
