package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Concept;
import org.consilium.importing.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Index} does, for the concepts of millions of resources of a whole import: their
 * addresses are kept as hashes of 64 bits, which two of a million share with a chance of one in 37
 * million. Not thread-safe.
 */
final class ConceptIndex {
    private static final int AMBIGUOUS = 1;
    private static final int ON_SERVER = 2;
    private static final int FLAGS = 2;

    private final Map<Concept, Integer> numbers = new HashMap<>();
    private final List<Concept> concepts = new ArrayList<>();
    private final LongMap exact = new LongMap();
    private final LongMap named = new LongMap();
    private final Identified<Concept> identified = new Identified<>();

    void add(Address address, Concept concept) {
        identified.add(address.identifiers(), concept);
        long number = number(concept) << FLAGS;
        String fullUrl = address.fullUrl();
        if (fullUrl != null) {
            exact.put(LongSet.hash(References.absolute(fullUrl, null)), number);
        }
        String id = address.id();
        if (id != null) {
            boolean onServer = fullUrl != null && References.isOnServer(fullUrl);
            long value = number | (onServer ? ON_SERVER : 0);
            long key = LongSet.hash(address.type() + "/" + id);
            long before = named.get(key);
            named.put(key, before == LongMap.NONE || before == value ? value : AMBIGUOUS);
        }
    }

    private long number(Concept concept) {
        Integer known = numbers.putIfAbsent(concept, concepts.size());
        if (known != null) {
            return known;
        }
        concepts.add(concept);
        return concepts.size() - 1;
    }

    @Nullable Concept find(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        if (References.isByIdentifier(reference)) {
            return identified.find(reference);
        }
        long found = exact.get(LongSet.hash(reference));
        if (found != LongMap.NONE) {
            return concepts.get((int) (found >> FLAGS));
        }
        long candidate = named.get(LongSet.hash(References.relative(reference)));
        if (candidate == LongMap.NONE
                || (candidate & AMBIGUOUS) != 0
                || (candidate & ON_SERVER) != 0 && References.isOnServer(reference)) {
            return null;
        }
        return concepts.get((int) (candidate >> FLAGS));
    }
}
