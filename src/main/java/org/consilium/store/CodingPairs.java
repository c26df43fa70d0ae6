package org.consilium.store;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Which concepts an import has seen coded in other systems, too; a pair is held once however many
 * events have it. Not thread-safe.
 */
final class CodingPairs {
    /** Some 20 MB; a hospital uses some ten thousand codes, of which most have one or two more. */
    private static final int MOST = 50_000;

    /** Of codes and names together: a source's own code can be a text of any length. */
    private static final long MOST_CHARACTERS = 8 << 20;

    private final Set<Pair> pairs = new LinkedHashSet<>();
    private long characters;

    private record Pair(Concept concept, Concept other) {
        int characters() {
            return length(concept) + length(other);
        }

        private static int length(Concept concept) {
            return concept.system().uri().length()
                    + concept.code().length()
                    + concept.display().length();
        }
    }

    /**
     * @return false when there is no room for it
     */
    boolean add(Concept concept, Concept other) {
        Pair pair = new Pair(concept, other);
        if (concept.equals(other) || pairs.contains(pair)) {
            return true;
        }
        if (pairs.size() >= MOST || characters + pair.characters() > MOST_CHARACTERS) {
            return false;
        }
        characters += pair.characters();
        return pairs.add(pair);
    }

    /** Writes those that the store does not have yet, and the concepts that they are of. */
    void write(Handle handle, ConceptDictionary concepts) {
        if (pairs.isEmpty()) {
            return;
        }
        record Numbers(int concept, int other) {}
        List<Numbers> numbers =
                pairs.stream()
                        .map(pair ->
                                new Numbers(
                                        concepts.number(pair.concept()),
                                        concepts.number(pair.other())))
                        .toList();
        concepts.write(handle);
        PreparedBatch batch =
                handle.prepareBatch(
                        "MERGE INTO also_coded (concept, other) KEY (concept, other) VALUES (?, ?)");
        numbers.forEach(pair -> batch.add(pair.concept(), pair.other()));
        batch.execute();
    }

    /** The other concepts of a code however it was spelt, each once, by system and code. */
    static List<Concept> of(Handle handle, Concept concept) {
        return handle
                .createQuery(
                        """
                        SELECT other.system, other.code, other.display FROM concept
                        JOIN also_coded ON also_coded.concept = concept.id
                        JOIN concept other ON other.id = also_coded.other
                        WHERE concept.system = ? AND concept.code = ? ORDER BY other.id
                        """)
                .bind(0, concept.system().uri())
                .bind(1, concept.code())
                .map((row, context) ->
                        new Concept(
                                new CodeSystem(row.getString(1)),
                                row.getString(2),
                                row.getString(3)))
                .stream()
                .distinct()
                .sorted(
                        Comparator.comparing((Concept each) -> each.system().uri())
                                .thenComparing(Concept::code))
                .toList();
    }
}
