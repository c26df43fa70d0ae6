package org.consilium.tuning.federated;

import java.util.Locale;

/**
 * What is done to a clinic's update before it is written. Clipped to a length of C and given
 * Gaussian noise of deviation {@code z C} in each of its numbers, it is differentially private for
 * the clinic as a whole: put any other patients in the place of all of its own, and two clipped
 * updates are 2 C apart at most, so that a round is {@code (2 C)^2 / (2 (z C)^2) = 2 / z^2}-zCDP,
 * rounds add up, and rho-zCDP is (epsilon, delta)-private with {@code epsilon = rho + 2 sqrt(rho
 * ln(1 / delta))} (Bun and Steinke, TCC 2016, propositions 1.6 and 1.3, lemma 2.3). That numbers
 * are rounded to floats, which Mironov (CCS 2012) shows may betray more, is not accounted for.
 *
 * @param clip C, the greatest Euclidean length of an update over all its numbers; 0 for any
 * @param noise z; 0 for none
 */
public record ClinicPrivacy(double clip, double noise) {
    /** Without clipping and noise. */
    public static final ClinicPrivacy NONE = new ClinicPrivacy(0, 0);

    /** The usual choice: less than one in as many patients as one has. */
    public static final double DELTA = 1e-5;

    /**
     * @throws IllegalArgumentException when a number makes no sense, in one sentence
     */
    public ClinicPrivacy {
        if (!(clip >= 0 && clip < 1e6) || !(noise >= 0 && noise < 1e6)) {
            throw new IllegalArgumentException("Clip and noise are numbers from 0 to a million.");
        }
        if (noise > 0 && clip == 0) {
            throw new IllegalArgumentException("Noise needs a clip to be measured by.");
        }
    }

    /** Over so many rounds in which a clinic took part; infinite without noise. */
    public double epsilon(int rounds) {
        if (noise == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double rho = rounds * 2 / (noise * noise);
        return rho + 2 * Math.sqrt(rho * Math.log(1 / DELTA));
    }

    /** What an update of that round promises, in words. */
    public String words(int round) {
        if (noise == 0) {
            return "No noise, so no promise: whoever holds the update and the round may learn something of the patients behind it.";
        }
        return String.format(
                Locale.ROOT,
                "Noise %s at clip %s: epsilon %,.1f for this update and %,.1f for rounds 1 to %d together (delta %s), for the clinic as a whole. The numbers of patients and visits are not hidden.",
                noise,
                clip,
                epsilon(1),
                epsilon(round),
                round,
                DELTA);
    }
}
