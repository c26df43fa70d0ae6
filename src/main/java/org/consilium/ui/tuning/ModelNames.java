package org.consilium.ui.tuning;

import javafx.util.StringConverter;
import org.consilium.tuning.ModelSummary;
import org.jspecify.annotations.Nullable;

/** Models by name. */
final class ModelNames extends StringConverter<ModelSummary> {
    @Override
    public String toString(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }

    @Override
    public @Nullable ModelSummary fromString(String name) {
        // only ever chosen from a list
        return null;
    }
}
