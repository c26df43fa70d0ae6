package org.consilium.tuning.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {
    private static final TrainingOptions CAREFUL = TrainingOptions.fineTuning(100, 1);

    private static TrainingOptions with(Schedule schedule) {
        return CAREFUL.over(20, 1e-3, schedule);
    }

    @Test
    void oneCycleRisesFallsAndDiesOut() {
        TrainingOptions options = with(new Schedule(Course.ONE_CYCLE, Map.of(), 0, 0));

        assertThat(options.rate(1, 0)).isCloseTo(1e-4, within(1e-12));
        assertThat(options.rate(5, .225)).isCloseTo(5.5e-4, within(1e-12));
        assertThat(options.rate(9, .45)).isCloseTo(1e-3, within(1e-12));
        assertThat(options.rate(14, .675)).isCloseTo(5.5e-4, within(1e-12));
        assertThat(options.rate(18, .9)).isCloseTo(1e-4, within(1e-12));
        assertThat(options.rate(20, 1)).isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void theDecayIsByEpochAndTheRampExponential() {
        TrainingOptions fresh = TrainingOptions.fromScratch(1);
        TrainingOptions ramp = CAREFUL.over(1, 1, new Schedule(Course.RAMP, Map.of(), 0, 0));

        assertThat(fresh.rate(3, .1)).isEqualTo(fresh.rate(3, .14)).isEqualTo(4e-3 * .92 * .92);
        assertThat(CAREFUL.rate(20, 1)).isEqualTo(1e-3);
        assertThat(ramp.rate(1, 1)).isEqualTo(1);
        assertThat(ramp.rate(1, .5) / ramp.rate(1, 0))
                .isCloseTo(ramp.rate(1, 1) / ramp.rate(1, .5), within(1e-6));
    }

    @Test
    void whatMakesNoSenseIsSaidInOneSentence() {
        assertThatThrownBy(() -> CAREFUL.over(0, 1e-3, Schedule.PLAIN))
                .hasMessage("Epochs must be from 1 to 1000, not 0.");
        assertThatThrownBy(() -> CAREFUL.over(20, Double.NaN, Schedule.PLAIN))
                .hasMessage("The learning rate must be from 1.0E-9 to 1, not NaN.");
        assertThatThrownBy(() -> with(new Schedule(Course.DECAY, Map.of(), 10, 0)))
                .hasMessage("Unfreezing a layer every 10 epochs needs more than 20 epochs.");
        Map<Layer, Double> none = Map.of(Layer.HEAD, 0., Layer.VECTORS, 0., Layer.TEXT, 0.);
        assertThatThrownBy(() -> new Schedule(Course.DECAY, none, 0, 0))
                .hasMessage("Every layer is frozen: let one learn.");
        assertThatThrownBy(() -> new Schedule(Course.DECAY, Map.of(Layer.HEAD, 0.), 1, 0))
                .hasMessage("Unfreezing begins with the head: don't freeze it.");
    }
}
