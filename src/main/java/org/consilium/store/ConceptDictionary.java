package org.consilium.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Every concept that a timeline refers to, by number, kept in memory; a code that was spelt in two
 * ways has two numbers. Numbers are given at once and written in the transaction of the first
 * timelines that need them. Thread-safe.
 */
final class ConceptDictionary {
    private final Map<Term, Integer> numbers = new HashMap<>();
    private volatile Concept[] concepts = new Concept[64];
    private int size;

    ConceptDictionary(Readers readers) {
        List<Concept> known =
                readers.read(handle ->
                        handle.createQuery("SELECT system, code, display FROM concept ORDER BY id")
                                .map((row, context) ->
                                        new Concept(
                                                new CodeSystem(row.getString(1)),
                                                row.getString(2),
                                                row.getString(3)))
                                .list());
        known.forEach(this::number);
    }

    synchronized int number(Concept concept) {
        Term term = new Term(concept.system().uri(), concept.code(), concept.display());
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        Concept[] all = size < concepts.length ? concepts : Arrays.copyOf(concepts, 2 * size);
        all[size] = concept;
        concepts = all;
        numbers.put(term, size);
        return size++;
    }

    Concept concept(int number) {
        Concept[] all = concepts;
        if (number < 0 || number >= all.length || all[number] == null) {
            throw Deflated.damaged();
        }
        return all[number];
    }

    /**
     * Writes what the table does not have yet. It is asked, not remembered, how much that is: a
     * transaction may have been rolled back.
     */
    synchronized void write(Handle handle) {
        int written =
                handle.createQuery("SELECT COALESCE(MAX(id) + 1, 0) FROM concept")
                        .mapTo(Integer.class)
                        .one();
        if (written == size) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch(
                        "INSERT INTO concept (id, system, code, display) VALUES (?, ?, ?, ?)");
        for (int number = written; number < size; number++) {
            Concept concept = concepts[number];
            batch.add(number, concept.system().uri(), concept.code(), concept.display());
        }
        batch.execute();
    }

    private record Term(String system, String code, String display) {}
}
