package org.consilium.ui.mapping;

import javafx.util.StringConverter;
import org.consilium.importing.mapping.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** Saved mappings by their names. */
final class Named extends StringConverter<ColumnMapping> {
    @Override
    public String toString(@Nullable ColumnMapping mapping) {
        return mapping == null ? "" : mapping.name();
    }

    @Override
    public @Nullable ColumnMapping fromString(String name) {
        return null; // nobody types here
    }
}
