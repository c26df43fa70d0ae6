package org.consilium.importing.hostile;

import java.nio.file.Path;

/**
 * Something that an import may be given, and what a person reads then.
 *
 * @param what it is
 * @param maker makes it, in an empty folder
 * @param meanwhile happens to it once it is being read
 * @param outcome what becomes of the import
 * @param sentence the refusal, or the first issue; empty where there is none
 */
record HostileCase(
        String what, Maker maker, Meanwhile meanwhile, Outcome outcome, String sentence) {

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
        return new HostileCase(what, maker, imported -> {}, Outcome.REFUSED, sentence);
    }

    static HostileCase inPart(String what, String sentence, Maker maker) {
        return new HostileCase(what, maker, imported -> {}, Outcome.IN_PART, sentence);
    }

    static HostileCase whole(String what, Maker maker) {
        return new HostileCase(what, maker, imported -> {}, Outcome.WHOLE, "");
    }

    HostileCase when(Meanwhile happens) {
        return new HostileCase(what, maker, happens, outcome, sentence);
    }

    @Override
    public String toString() {
        return what;
    }
}
