package org.consilium.ui.mapping;

import java.util.function.Consumer;
import javafx.scene.Parent;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.ui.common.Views;

/** The mapping step as a part of a screen. */
public final class MappingView {
    private final Parent root;

    /**
     * @param done is given the mapping once it is used, and kept where it has a name
     * @param back when the person goes back without one
     */
    public MappingView(MappingViewModel model, Consumer<ColumnMapping> done, Runnable back) {
        root = Views.load(new MappingController(model, done, back), "mapping.fxml");
    }

    public Parent root() {
        return root;
    }
}
