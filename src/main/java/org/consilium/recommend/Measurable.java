package org.consilium.recommend;

import org.consilium.clinical.Concept;

/**
 * A result that can be supposed: a published document says where a value stands, and the model
 * reasons from that.
 *
 * @param unit UCUM, of the document
 */
public record Measurable(Concept concept, String unit) {}
