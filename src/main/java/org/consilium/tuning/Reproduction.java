package org.consilium.tuning;

import java.util.List;

/**
 * What came of making a model again.
 *
 * @param same whether it has the same bits
 * @param expected SHA-256 of the model as it was made
 * @param found SHA-256 of the model as it was made again; empty where it could not be
 * @param differences what is known to be other than it was, a sentence each
 */
public record Reproduction(
        String model, boolean same, String expected, String found, List<String> differences) {
    public Reproduction {
        differences = List.copyOf(differences);
    }
}
