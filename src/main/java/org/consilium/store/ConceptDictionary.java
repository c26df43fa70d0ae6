package org.consilium.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Every concept that a timeline refers to, by number. Kept in memory; new ones are written in the
 * transaction of the timelines that need them. The first display text of a code stays. Thread-safe.
 */
final class ConceptDictionary {
    private final List<Concept> concepts = new ArrayList<>();
    private final Map<Concept, Integer> numbers = new HashMap<>();
    private int written;

    ConceptDictionary(Database database) {
        List<Concept> known =
                database.read(handle ->
                        handle.createQuery("SELECT system, code, display FROM concept ORDER BY id")
                                .map((row, context) ->
                                        new Concept(
                                                new CodeSystem(row.getString(1)),
                                                row.getString(2),
                                                row.getString(3)))
                                .list());
        known.forEach(this::number);
        written = concepts.size();
    }

    synchronized int number(Concept concept) {
        Integer known = numbers.get(concept);
        if (known != null) {
            return known;
        }
        numbers.put(concept, concepts.size());
        concepts.add(concept);
        return concepts.size() - 1;
    }

    synchronized Concept concept(int number) {
        if (number < 0 || number >= concepts.size()) {
            throw TimelineCodec.damaged();
        }
        return concepts.get(number);
    }

    /** Writes what is new; call {@link #rolledBack} when the transaction fails. */
    synchronized void write(Handle handle) {
        if (written == concepts.size()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch(
                        "INSERT INTO concept (id, system, code, display) VALUES (?, ?, ?, ?)");
        for (int number = written; number < concepts.size(); number++) {
            Concept concept = concepts.get(number);
            batch.add(number, concept.system().uri(), concept.code(), concept.display());
        }
        batch.execute();
        written = concepts.size();
    }

    synchronized void rolledBack(int writtenBefore) {
        written = writtenBefore;
    }

    synchronized int written() {
        return written;
    }
}
