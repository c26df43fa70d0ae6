package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * What a bundle may hold before it is called malformed. A number of 100 bytes can ask for gigabytes
 * when it is expanded, and a hundred thousand brackets for the whole stack. Texts and exponents are
 * checked where they are used: what is skipped is never built. So are elements that occur twice:
 * the library's own check remembers every name of an object, without limit.
 *
 * @param depth objects and arrays within each other
 * @param textLength longest text in characters
 * @param numberLength longest number in digits
 * @param exponent largest power of ten, either way
 * @param resourceSize largest resource that is used: its characters, and 16 for every element
 */
record JsonLimits(int depth, int textLength, int numberLength, int exponent, int resourceSize) {
    static final JsonLimits DEFAULT = new JsonLimits(100, 1 << 20, 40, 30, 8 << 20);

    private static final int NAME_LENGTH = 1000;

    /** Digits that are passed over without being a number: less than a buffer. */
    private static final int LONGEST_SKIPPED = 1000;

    JsonFactory factory() {
        return new SkippingFactory(
                new JsonFactoryBuilder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(depth)
                                        .maxStringLength(textLength)
                                        .maxNumberLength(LONGEST_SKIPPED)
                                        .maxNameLength(NAME_LENGTH)
                                        .build())
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES));
    }
}
