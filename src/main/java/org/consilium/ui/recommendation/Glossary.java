package org.consilium.ui.recommendation;

/** The few words on these screens that need saying what they mean. */
enum Glossary {
    SCORE(
            "Score",
            "All that speaks for an item less all that speaks against it. Each bar is one part of it, and the bars add up to it exactly. 0 means as often started as not; each +1 makes it about 2.7 times as likely against not."),
    STARTING_POINT(
            "Starting point",
            "What the score would be if nothing were known of the patient: how often the item is started at any visit."),
    SHARE("Share", "What one fact adds to the score (+) or takes from it (\u2212)."),
    ODDS(
            "Odds",
            "How often something happens for each time it does not: 1 in 4 visits are odds of 1 to 3."),
    MODEL(
            "Model",
            "What was learned from the records of earlier visits: which facts went with which treatments. It knows nothing else."),
    ASSOCIATION(
            "Association, not cause",
            "It says what was done for patients alike, not that it helped them, nor that it would help this one."),
    WITHHELD(
            "Withheld",
            "A safety rule with a source speaks against it for this patient. It can be accepted only with a reason, which is recorded."),
    STEADY(
            "Steady",
            "How little the rank changes when other patients are learned from. A rank that jumps rests on few patients.");

    private final String word;
    private final String meaning;

    Glossary(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }
}
