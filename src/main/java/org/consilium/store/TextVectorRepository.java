package org.consilium.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Vectors of texts that were encoded before, by encoder and text. Texts themselves are not kept.
 * Thread-safe.
 */
public final class TextVectorRepository {
    private final Database database;
    private final String encoder;

    /**
     * @param encoder name and version: vectors of two encoders are never mixed up
     */
    public TextVectorRepository(Database database, String encoder) {
        this.database = database;
        this.encoder = encoder;
    }

    /** Those that are known, in the order asked. */
    public Map<String, float[]> get(Collection<String> texts) {
        return database.read(handle -> {
            Map<String, float[]> known = new LinkedHashMap<>();
            for (String text : texts) {
                handle.createQuery("SELECT vector FROM text_vector WHERE hash = ?")
                        .bind(0, hash(text))
                        .map((row, context) -> floats(row.getBytes(1)))
                        .findOne()
                        .ifPresent(vector -> known.put(text, vector));
            }
            return known;
        });
    }

    /** Those that are known already are replaced. */
    public void put(Map<String, float[]> vectors) {
        if (!vectors.isEmpty()) {
            database.write(handle -> insert(handle, vectors));
        }
    }

    private int insert(Handle handle, Map<String, float[]> vectors) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "MERGE INTO text_vector (hash, vector) KEY (hash) VALUES (?, ?)");
        vectors.forEach((text, vector) -> batch.add(hash(text), bytes(vector)));
        return batch.execute().length;
    }

    private byte[] hash(String text) {
        return new Digest().add(encoder).add(text).bytes();
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
