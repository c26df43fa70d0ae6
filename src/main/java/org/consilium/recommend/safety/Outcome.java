package org.consilium.recommend.safety;

/** Whether a condition holds of a patient. */
sealed interface Outcome {
    Outcome FAILS = new Fails();

    /**
     * @param because what of the record makes it so
     * @param mild whether it rests on an intolerance alone
     */
    record Holds(String because, boolean mild) implements Outcome {
        Holds(String because) {
            this(because, false);
        }
    }

    /** It does not. */
    record Fails() implements Outcome {}

    /**
     * Nobody knows.
     *
     * @param missing what would have to be known, as the end of a sentence
     */
    record Unknown(String missing) implements Outcome {}
}
