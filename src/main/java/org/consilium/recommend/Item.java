package org.consilium.recommend;

import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;

/** Something that can be recommended. */
public record Item(ItemKind kind, Concept concept) {}
