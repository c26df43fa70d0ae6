package org.consilium.recommend.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.consilium.clinical.Sex;
import org.junit.jupiter.api.Test;

class KidneyFunctionTest {

    /** Worked by hand from the published equations. */
    @Test
    void estimatesAreThoseOfTheEquations() {
        assertThat(KidneyFunction.ckdEpi2021(.9, 55, Sex.FEMALE)).isCloseTo(75.5, within(.5));
        assertThat(KidneyFunction.ckdEpi2021(.7, 50, Sex.FEMALE))
                .isCloseTo(142 * .7327 * 1.012, within(.2));
        assertThat(KidneyFunction.ckdEpi2021(.9, 50, Sex.MALE)).isCloseTo(142 * .7327, within(.2));
        assertThat(KidneyFunction.cockcroftGault(1, 40, 72, Sex.MALE)).isCloseTo(100, within(1e-9));
        assertThat(KidneyFunction.cockcroftGault(1, 40, 72, Sex.FEMALE))
                .isCloseTo(85, within(1e-9));
        assertThat(KidneyFunction.bedsideSchwartz(.413, 100)).isCloseTo(100, within(1e-9));
    }
}
