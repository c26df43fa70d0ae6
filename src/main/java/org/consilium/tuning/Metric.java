package org.consilium.tuning;

/**
 * Ranking metrics over visits (Manning, Raghavan and Schuetze, Introduction to Information
 * Retrieval, chapter 8).
 */
public enum Metric {
    PRECISION_5("Precision@5"),
    PRECISION_10("Precision@10"),
    RECALL_5("Recall@5"),
    RECALL_10("Recall@10"),
    HIT_RATE_5("Hit rate@5"),
    HIT_RATE_10("Hit rate@10"),
    MRR("MRR"),
    MAP("MAP"),
    NDCG_5("NDCG@5"),
    NDCG_10("NDCG@10");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
