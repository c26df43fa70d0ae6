package org.consilium.recommend;

import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/** Something that can be recommended. */
public record Item(ItemKind kind, Concept concept) {

    /** The item that an event starts; null where it is none. */
    public static @Nullable Item of(ClinicalEvent event) {
        ItemKind kind = ItemKind.of(event.kind());
        return kind == null ? null : new Item(kind, event.concept());
    }
}
