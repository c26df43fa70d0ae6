package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.job.InlineJobRunner;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

/** The card, whose lists change, and the monitor, without a window. */
class StudioViewModelsTest {
    private final SampleStudio studio = new SampleStudio();
    private final List<String> taken = new ArrayList<>();
    private final CardViewModel card =
            new CardViewModel(
                    new Desk("amara", studio, () -> {}, () -> {}, patient -> {}),
                    new InlineJobRunner(),
                    Runnable::run,
                    taken::add);

    private int provided() {
        return Objects.requireNonNull(card.cardProperty().get()).provided();
    }

    @Test
    void whatPeopleWriteStandsOnTheCardWithTheirName() {
        card.open("ours");
        assertThat(provided()).isEqualTo(1);
        card.write(SourceAttribute.DEVELOPER, "Valley clinic");
        assertThat(provided()).isEqualTo(2);
        assertThat(card.noticeProperty().get()).startsWith("Written: Developer");
        card.write(SourceAttribute.DEVELOPER, "");
        assertThat(provided()).isEqualTo(1);
    }

    @Test
    void filesAreSavedOrItIsSaidWhyNot() {
        card.open("ours");
        card.savePdf(Path.of("card.pdf"));
        assertThat(studio.saved).containsExactly("pdf of ours");
        assertThat(card.noticeProperty().get()).isEqualTo("Saved card.pdf.");
        card.saveCapsule(Path.of("capsule.json"));
        assertThat(card.noticeProperty().get()).isEqualTo("ours has no capsule.");
        card.share(Path.of("ours.consilium-model"));
        assertThat(card.noticeProperty().get()).contains("No more than chance");
    }

    @Test
    void aModelThatIsTakenInIsNamedAfterItsFileAndOpened() {
        card.take(Path.of("valley.consilium-model"));
        assertThat(taken).containsExactly("valley");
    }

    @Test
    void whatWasFoundOfOneModelIsNotShownOfAnother() {
        ChangesViewModel changes =
                new ChangesViewModel(studio, new InlineJobRunner(), Runnable::run);
        changes.turnTo("ours");
        changes.look();
        assertThat(changes.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        changes.turnTo("theirs");
        assertThat(changes.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
    }

    @Test
    void theMonitorLooksWhenItIsAsked() {
        MonitorViewModel monitor =
                new MonitorViewModel(studio, new InlineJobRunner(), Runnable::run, "Riverside");
        assertThat(monitor.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        monitor.look();
        assertThat(monitor.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
    }
}
