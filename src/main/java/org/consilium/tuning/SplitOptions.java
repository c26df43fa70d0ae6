package org.consilium.tuning;

/**
 * Who is learned from and who is tested.
 *
 * @param siteDepth how many parts of a site's name, divided by "/", make a site: 1 for the region
 *     of "Midwest/hospital-66"; only of a split by site
 * @param learnFrom only of a split by site
 */
public record SplitOptions(Kind kind, int siteDepth, LearnFrom learnFrom) {
    /** By patient. */
    public static final SplitOptions BY_PATIENT =
            new SplitOptions(Kind.PATIENT, 1, LearnFrom.POOLED);

    public SplitOptions {
        if (siteDepth < 1) {
            throw new IllegalArgumentException("A site's name has at least one part.");
        }
    }

    /** What divides training from test. */
    public enum Kind {
        /** A quarter of the patients is tested, each seed another one. */
        PATIENT,
        /** The last quarter of the visits is tested; a patient may be in both parts. */
        TIME,
        /** Each site in turn is a clinic of which half of the patients are tested. */
        SITE
    }

    /** What is trained learns from the site's other half, from the other sites, or from both. */
    public enum LearnFrom {
        LOCAL,
        OTHERS,
        POOLED
    }
}
