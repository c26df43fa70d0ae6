package org.consilium.tuning.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The 31 source attributes of predictive decision support interventions, in the order of 45 CFR
 * 170.315(b)(11)(iv)(B) as published in 89 FR 1192 (9 January 2024, the HTI-1 final rule); the
 * labels are ours.
 */
public enum SourceAttribute {
    DEVELOPER("1-i", Section.DETAILS, "Developer and how to reach them"),
    FUNDING("1-ii", Section.DETAILS, "Who paid for its development"),
    OUTPUT("1-iii", Section.DETAILS, "What value it puts out"),
    OUTPUT_TYPE("1-iv", Section.DETAILS, "Type of output"),
    INTENDED_USE("2-i", Section.PURPOSE, "Intended use"),
    INTENDED_PATIENTS("2-ii", Section.PURPOSE, "Intended patients"),
    INTENDED_USERS("2-iii", Section.PURPOSE, "Intended users"),
    DECISION_ROLE("2-iv", Section.PURPOSE, "Intended role in the decision"),
    CAUTIONED_USES("3-i", Section.OUT_OF_SCOPE, "Where one is cautioned against it"),
    KNOWN_RISKS("3-ii", Section.OUT_OF_SCOPE, "Known risks and limits"),
    INCLUSION("4-i", Section.DEVELOPMENT, "Who is in the training data, and who is not"),
    DEMOGRAPHIC_INPUTS("4-ii", Section.DEVELOPMENT, "Demographic and social facts used as inputs"),
    REPRESENTATIVENESS("4-iii", Section.DEVELOPMENT, "Whom the training data represent"),
    RELEVANCE("4-iv", Section.DEVELOPMENT, "Relevance of the training data to where it is used"),
    FAIRNESS_APPROACH("5-i", Section.FAIRNESS, "How its output is kept fair"),
    BIAS_APPROACH("5-ii", Section.FAIRNESS, "How bias is managed"),
    EXTERNAL_SOURCE("6-i", Section.EXTERNAL, "External data it was validated on"),
    EXTERNAL_PARTY("6-ii", Section.EXTERNAL, "Who did that"),
    EXTERNAL_PATIENTS("6-iii", Section.EXTERNAL, "Whom the external data represent"),
    EXTERNAL_PROCESS("6-iv", Section.EXTERNAL, "How it was done"),
    VALIDITY_INTERNAL("7-i", Section.PERFORMANCE, "Validity in test data of the same source"),
    FAIRNESS_INTERNAL("7-ii", Section.PERFORMANCE, "Fairness in test data of the same source"),
    VALIDITY_EXTERNAL("7-iii", Section.PERFORMANCE, "Validity in data of another source"),
    FAIRNESS_EXTERNAL("7-iv", Section.PERFORMANCE, "Fairness in data of another source"),
    OUTCOMES("7-v", Section.PERFORMANCE, "Studies of its use on outcomes"),
    VALIDITY_MONITORING("8-i", Section.MAINTENANCE, "How and how often validity is monitored"),
    VALIDITY_LOCAL("8-ii", Section.MAINTENANCE, "Validity in local data"),
    FAIRNESS_MONITORING("8-iii", Section.MAINTENANCE, "How and how often fairness is monitored"),
    FAIRNESS_LOCAL("8-iv", Section.MAINTENANCE, "Fairness in local data"),
    UPDATES("9-i", Section.UPDATE, "How and how often it is updated"),
    CORRECTIONS("9-ii", Section.UPDATE, "How often it is corrected when risks are found");

    private final String paragraph;
    private final Section section;
    private final String label;

    SourceAttribute(String paragraph, Section section, String label) {
        this.paragraph = paragraph;
        this.section = section;
        this.label = label;
    }

    /** The nine categories. */
    public enum Section {
        DETAILS("Details and output"),
        PURPOSE("Purpose"),
        OUT_OF_SCOPE("Cautioned use"),
        DEVELOPMENT("Development and inputs"),
        FAIRNESS("Fairness in development"),
        EXTERNAL("External validation"),
        PERFORMANCE("Measured performance"),
        MAINTENANCE("Maintenance"),
        UPDATE("Updates");

        private final String label;

        Section(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Of (B), as "1-i". */
    public String paragraph() {
        return paragraph;
    }

    public Section section() {
        return section;
    }

    public String label() {
        return label;
    }

    /** By its paragraph or its name. */
    public static Optional<SourceAttribute> of(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each ->
                        each.paragraph.equals(wanted)
                                || each.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
