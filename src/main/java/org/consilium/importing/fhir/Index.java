package org.consilium.importing.fhir;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resources by the references that lead to them. An address of one server never leads to what
 * another server has under the same id; a Type/id that several have leads nowhere. Not thread-safe.
 */
final class Index<T> {
    private final Map<String, T> exact = new HashMap<>();
    private final Map<String, Named<T>> named = new HashMap<>();
    private final Identified<T> identified = new Identified<>();

    /**
     * @param value null when several have the name
     */
    private record Named<T>(@Nullable T value, boolean onServer) {}

    void add(Address address, T value) {
        identified.add(address.identifiers(), value);
        String fullUrl = address.fullUrl();
        if (fullUrl != null) {
            exact.put(References.absolute(fullUrl, null), value);
        }
        String id = address.id();
        if (id != null) {
            boolean onServer = fullUrl != null && References.isOnServer(fullUrl);
            named.merge(
                    address.type() + "/" + id,
                    new Named<>(value, onServer),
                    (a, b) -> a.equals(b) ? a : new Named<>(null, onServer));
        }
    }

    @Nullable T find(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        if (References.isByIdentifier(reference)) {
            return identified.find(reference);
        }
        T found = exact.get(reference);
        if (found != null) {
            return found;
        }
        Named<T> candidate = named.get(References.relative(reference));
        if (candidate == null || candidate.onServer && References.isOnServer(reference)) {
            return null;
        }
        return candidate.value;
    }

    /** How many have an identifier. */
    int having(String reference) {
        return identified.having(reference);
    }
}
