package org.consilium.tuning;

import java.util.Map;

/**
 * How much of the base model a local model starts from, and why.
 *
 * @param match what the codes alone suggest
 * @param measured NDCG@10 of each way on patients of the training part left out in turn; empty
 *     where there were too few of them, or a person chose
 * @param reason in words
 */
public record TransferChoice(
        Transfer transfer, DomainMatch match, Map<Transfer, Estimate> measured, String reason) {
    public TransferChoice {
        measured = Map.copyOf(measured);
    }
}
