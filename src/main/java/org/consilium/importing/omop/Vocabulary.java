package org.consilium.importing.omop;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The concepts that a cohort uses, and what the vocabulary says of them. Not thread-safe. */
final class Vocabulary {
    private static final int NAMES = 2;

    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Map<Integer, Set<Integer>> sourcesOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> standardsOf = new HashMap<>();

    /**
     * A row of the table CONCEPT (OMOP CDM v5.4, "concept").
     *
     * @param vocabulary vocabulary_id, such as SNOMED
     * @param code the vocabulary's own code
     * @param conceptClass concept_class_id; empty where the table has none
     */
    record Entry(String name, String vocabulary, String code, String conceptClass) {}

    void put(int id, Entry entry) {
        entries.putIfAbsent(id, entry);
    }

    @Nullable Entry entry(int id) {
        return entries.get(id);
    }

    /** Those that no table of concepts explained so far. */
    Set<Integer> unknown(Collection<Integer> ids) {
        Set<Integer> unknown = new HashSet<>(ids);
        unknown.removeAll(entries.keySet());
        return unknown;
    }

    /** A source's concept and the standard one it means. */
    void putMapping(int source, int standard) {
        sourcesOf.computeIfAbsent(standard, id -> new TreeSet<>()).add(source);
        standardsOf.computeIfAbsent(source, id -> new TreeSet<>()).add(standard);
    }

    Set<Integer> mapped() {
        Set<Integer> ids = new HashSet<>(sourcesOf.keySet());
        ids.addAll(standardsOf.keySet());
        return ids;
    }

    /** The standard concept of a source's one; 0 where there is none, or not exactly one. */
    int standardOf(int source) {
        Set<Integer> standards = standardsOf.getOrDefault(source, Set.of());
        return standards.size() == 1 ? standards.iterator().next() : 0;
    }

    /**
     * A name for a concept that has none here: of the concepts that mean it, since one alone could
     * be more special than it is ("PICC line cap change" for any cap change).
     */
    @Nullable String nameBySources(int standard) {
        Set<String> known =
                new TreeSet<>(
                        Comparator.comparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()));
        for (int source : sourcesOf.getOrDefault(standard, Set.of())) {
            Entry entry = entries.get(source);
            if (entry != null) {
                known.add(entry.name());
            }
        }
        String first = known.stream().limit(NAMES).collect(Collectors.joining(" / "));
        return known.isEmpty() ? null : known.size() > NAMES ? first + " ..." : first;
    }
}
