package org.consilium.tuning;

/**
 * What groups of patients are compared by, over clinical items. Recall and NDCG: equal opportunity
 * (Hardt, Price and Srebro, NeurIPS 2016) in terms of ranking. Calibration: in the large
 * (Steyerberg, Clinical Prediction Models, chapter 15). Exposure: what is offered, beside the need
 * that shows in what was started (Ekstrand et al., Fairness in Information Access Systems (2022),
 * section 5).
 */
public enum FairnessMeasure {
    RECALL("Recall@10", "how much of what was started is among the first ten"),
    NDCG("NDCG@10", "how high what was started stands"),
    CALIBRATION(
            "Calibration error",
            "how far the number of expected starts is from the observed one, as a share of it"),
    EXPOSURE("Exposure", "items offered among the first five with 10% or more, for each started");

    private final String label;
    private final String words;

    FairnessMeasure(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** What it means, in a few words. */
    public String words() {
        return words;
    }
}
