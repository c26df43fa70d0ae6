package org.consilium.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Parts of records that an import has read and has no room for in memory: in the store, encrypted
 * as everything there, never in a file of their own. Rows are appended in the order kept, so that
 * keeping rewrites nothing.
 */
final class Fragments {
    private final Database database;
    private final TimelineCodec codec;
    private final long importId;
    private long sequence;

    Fragments(Database database, TimelineCodec codec, long importId) {
        this.database = database;
        this.codec = codec;
        this.importId = importId;
    }

    /** Who the patient is, is not kept: whoever keeps a part knows the id. */
    HandleCallback<Boolean, RuntimeException> keeping(List<Timeline> parts) {
        List<byte[]> values = parts.stream().map(codec::encode).toList();
        return handle -> {
            PreparedBatch rows =
                    handle.prepareBatch(
                            """
                            INSERT INTO import_fragment (import_id, external_id, sequence, part, bytes)
                            VALUES (?, ?, ?, ?, ?)
                            """);
            for (int i = 0; i < values.size(); i++) {
                String id = parts.get(i).patient().id();
                List<byte[]> cut = Parts.cut(values.get(i));
                for (int part = 0; part < cut.size(); part++) {
                    rows.add(importId, id, sequence, part, cut.get(part));
                }
                sequence++;
            }
            rows.execute();
            return true;
        };
    }

    Map<String, List<Timeline>> of(Collection<String> patients) {
        Map<String, List<byte[]>> values =
                database.read(handle -> {
                    Map<String, List<byte[]>> found = new HashMap<>();
                    patients.forEach(id -> found.put(id, values(handle, id)));
                    return found;
                });
        Map<String, List<Timeline>> parts = new HashMap<>();
        values.forEach((id, each) -> {
            if (!each.isEmpty()) {
                Patient nobody =
                        new Patient(
                                id, null, null, Sex.UNKNOWN, null, null, null, null, null, null);
                parts.put(id, each.stream().map(value -> codec.decode(nobody, value)).toList());
            }
        });
        return parts;
    }

    private List<byte[]> values(Handle handle, String patient) {
        List<byte[]> values = new ArrayList<>();
        List<byte[]> open = new ArrayList<>();
        handle.createQuery(
                        """
                        SELECT part, bytes FROM import_fragment WHERE import_id = ? AND external_id = ?
                        ORDER BY import_id, external_id, sequence, part
                        """)
                .bind(0, importId)
                .bind(1, patient)
                .map((row, context) -> new Part(row.getInt(1), row.getBytes(2)))
                .forEach(part -> {
                    if (part.number == 0 && !open.isEmpty()) {
                        values.add(Parts.join(open));
                        open.clear();
                    }
                    open.add(part.bytes);
                });
        if (!open.isEmpty()) {
            values.add(Parts.join(open));
        }
        return values;
    }

    /** Removes them: at once where there are no others, since taking out rows writes them again. */
    void discard() {
        database.write(handle ->
                database.imports().isOne()
                        ? handle.execute("TRUNCATE TABLE import_fragment")
                        : handle.execute(
                                "DELETE FROM import_fragment WHERE import_id = ?", importId));
    }

    /** Removes those of imports that did not end. */
    static int discardLeft(Handle handle) {
        return handle.createQuery("SELECT 1 FROM import_fragment LIMIT 1")
                        .mapTo(Integer.class)
                        .list()
                        .isEmpty()
                ? 0
                : handle.execute("TRUNCATE TABLE import_fragment");
    }

    private record Part(int number, byte[] bytes) {}
}
