package org.consilium.importing.hostile;

import java.nio.file.Path;
import org.consilium.importing.mapping.ColumnMapping;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import may be given, and what a person reads then.
 *
 * @param what it is
 * @param maker makes it, in an empty folder
 * @param meanwhile happens to it once it is being read
 * @param outcome what becomes of the import
 * @param sentence the refusal, or the first issue; empty where there is none
 * @param mapping by which it is read; null where a reader has to know it
 */
record HostileCase(
        String what,
        Maker maker,
        Meanwhile meanwhile,
        Outcome outcome,
        String sentence,
        @Nullable ColumnMapping mapping) {
    private static final Meanwhile NOTHING = imported -> {};

    /** What becomes of an import. */
    enum Outcome {
        /** Nothing of it: the cohort is as it was. */
        REFUSED,
        /** What is well-formed, and an issue for what is not. */
        IN_PART,
        /** All of it, without a word. */
        WHOLE
    }

    /** Returns what is to be imported. */
    @FunctionalInterface
    interface Maker {
        Path in(Path folder) throws Exception;
    }

    /** Is given what is being imported. */
    @FunctionalInterface
    interface Meanwhile {
        void happens(Path imported) throws Exception;
    }

    static HostileCase refused(String what, String sentence, Maker maker) {
        return new HostileCase(what, maker, NOTHING, Outcome.REFUSED, sentence, null);
    }

    static HostileCase inPart(String what, String sentence, Maker maker) {
        return new HostileCase(what, maker, NOTHING, Outcome.IN_PART, sentence, null);
    }

    static HostileCase whole(String what, Maker maker) {
        return new HostileCase(what, maker, NOTHING, Outcome.WHOLE, "", null);
    }

    HostileCase when(Meanwhile happens) {
        return new HostileCase(what, maker, happens, outcome, sentence, mapping);
    }

    HostileCase by(@Nullable ColumnMapping columns) {
        return new HostileCase(what, maker, meanwhile, outcome, sentence, columns);
    }

    /** Whether what is imported is the same the next time. */
    boolean stays() {
        return meanwhile.equals(NOTHING);
    }

    @Override
    public String toString() {
        return what;
    }
}
