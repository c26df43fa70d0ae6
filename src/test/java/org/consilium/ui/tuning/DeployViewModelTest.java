package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.job.InlineJobRunner;
import org.consilium.tuning.Lineage;
import org.junit.jupiter.api.Test;

class DeployViewModelTest {
    private final SampleModels shelf = new SampleModels();
    private final List<String> told = new ArrayList<>();
    private final DeployViewModel model =
            new DeployViewModel(
                    shelf,
                    new InlineJobRunner(),
                    Runnable::run,
                    SampleStudio.desk(() -> told.add("changed")));

    private DeployViewModel.Deployed shown() {
        return Objects.requireNonNull(model.deployedProperty().get());
    }

    @Test
    void stoppingIsSignedByWhoIsSignedInAndSaidElsewhere() {
        model.load();
        assertThat(shown().serving().stopped()).isFalse();
        model.reasonProperty().set("A wrong dose was suggested.");
        model.stop();
        assertThat(shown().serving().stopped()).isTrue();
        assertThat(shown().serving().who()).isEqualTo("amara");
        assertThat(told).hasSize(2);
        assertThat(model.reasonProperty().get()).isEmpty();
        model.start();
        assertThat(shown().serving().stopped()).isFalse();
    }

    @Test
    void oneClickGoesBackToWhatWasServedBefore() {
        shelf.promote("ours", null);
        model.load();
        assertThat(shown().lineage().promotions())
                .extracting(Lineage.Served::model)
                .containsExactly("ours");
        model.back();
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
    }

    @Test
    void whatCantBeDoneIsSaid() {
        model.load();
        model.back();
        assertThat(model.failureProperty().get()).startsWith("Nothing was served before");
        assertThat(shown()).isNotNull();
    }
}
