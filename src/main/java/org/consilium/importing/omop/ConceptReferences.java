package org.consilium.importing.omop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.importing.CodeSystems;
import org.jspecify.annotations.Nullable;

/**
 * What rows refer to, before it is known what that is: a vocabulary may be a thousand times larger
 * than what a cohort uses of it, so it is read after the rows, and only what they used is kept. Not
 * thread-safe.
 */
final class ConceptReferences {
    /** Stands in an event until the vocabulary has been read; its code is a number in the list. */
    static final CodeSystem SYSTEM = new CodeSystem("urn:consilium:omop-reference");

    private final Map<Long, Reference> byIds = new HashMap<>();
    private final Map<String, Concept> texts = new HashMap<>();
    private final List<Reference> all = new ArrayList<>();

    /** A standard concept (0: none) with the source's own one (0: none) it was mapped from. */
    static final class Reference {
        private final int standard;
        private final int source;
        private final Concept placeholder;
        private @Nullable String label;

        private Reference(int standard, int source, int number) {
            this.standard = standard;
            this.source = source;
            placeholder = new Concept(SYSTEM, Integer.toString(number), "");
        }

        int standard() {
            return standard;
        }

        int source() {
            return source;
        }

        /** What stands for it in an event. */
        Concept placeholder() {
            return placeholder;
        }

        /** The shortest source value that came with it, the first of them by alphabet. */
        @Nullable String label() {
            return label;
        }
    }

    /** A concept that stands for it; null where there is neither a concept nor a text. */
    @Nullable Concept of(int standard, int source, @Nullable String text) {
        if (standard == 0 && source == 0) {
            return text == null ? null : texts.computeIfAbsent(text, CodeSystems::ofText);
        }
        long ids = (long) standard << 32 | source & 0xffffffffL;
        Reference reference = byIds.get(ids);
        if (reference == null) {
            reference = new Reference(standard, source, all.size());
            byIds.put(ids, reference);
            all.add(reference);
        }
        reference.label = better(reference.label, text);
        return reference.placeholder;
    }

    List<Reference> all() {
        return all;
    }

    /** The one to show of two names for the same: shorter is more general. */
    static @Nullable String better(@Nullable String known, @Nullable String other) {
        if (known == null || other == null) {
            return known == null ? other : known;
        }
        int longer = known.length() - other.length();
        return longer < 0 || longer == 0 && known.compareTo(other) <= 0 ? known : other;
    }
}
