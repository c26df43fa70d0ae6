package org.consilium.tuning.factor;

/** How the learning rate goes over a training. */
public enum Course {
    /** The same within an epoch, times the decay after each. */
    DECAY("decay") {
        @Override
        double factor(double decay, int epoch, double part) {
            return Math.pow(decay, epoch - 1);
        }
    },
    /**
     * One cycle (Smith 2018, "A disciplined approach to neural network hyper-parameters", section
     * 4.1): linearly from a tenth of the learning rate up to it and down again, then down by two
     * orders of magnitude in the last tenth. The paper's cycle of the momentum is left out: Adam's
     * stays.
     */
    ONE_CYCLE("one-cycle") {
        private static final double TOP = .45;
        private static final double DOWN = .9;
        private static final double LOW = .1;
        private static final double LAST = .001;

        @Override
        double factor(double decay, int epoch, double part) {
            if (part <= TOP) {
                return between(LOW, 1, part / TOP);
            }
            return part <= DOWN
                    ? between(1, LOW, (part - TOP) / (DOWN - TOP))
                    : between(LOW, LAST, (part - DOWN) / (1 - DOWN));
        }
    },
    /** Exponentially up to the learning rate: for {@link RateFinder} alone. */
    RAMP("ramp") {
        private static final double LOW = 1e-5;

        @Override
        double factor(double decay, int epoch, double part) {
            return Math.pow(LOW, 1 - part);
        }
    };

    private final String words;

    Course(String words) {
        this.words = words;
    }

    /** As people write it. */
    public String words() {
        return words;
    }

    /**
     * What the learning rate is multiplied by.
     *
     * @param epoch from 1
     * @param part of all steps that is behind, from 0 to 1
     */
    abstract double factor(double decay, int epoch, double part);

    private static double between(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
