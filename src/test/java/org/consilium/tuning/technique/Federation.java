package org.consilium.tuning.technique;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;

/**
 * Federated averaging (McMahan et al., AISTATS 2017) of a fact x item table over clinics that all
 * take part in each round. A clinic's update is its ridge correction of the common table, {@code
 * argmin ||Y - X (W + D)||^2 + mu ||D||^2}, which holds it near that table as FedProx does (Li et
 * al., MLSys 2020).
 *
 * <p>With noise it is differentially private for a whole clinic: updates are clipped to a Frobenius
 * norm of C, and Gaussian noise of {@code z C / m} is added to each element of the mean over m
 * clinics. A round is {@code 1 / (2 z^2)}-zCDP and rounds add up; rho-zCDP is (epsilon,
 * delta)-private with {@code epsilon = rho + 2 sqrt(rho ln(1 / delta))} (Bun and Steinke, TCC 2016,
 * propositions 1.6 and 1.3, lemma 1.7). A clinic is added or removed; m is public.
 */
final class Federation {
    private static final double DELTA = 1e-5;

    private final List<EncodedVisits> clinics = new ArrayList<>();
    private final int facts;
    private final int items;

    /**
     * @param mu penalty on a clinic's update
     * @param clip C
     * @param noise z; 0 for none, and then there is no clipping either
     */
    record Options(int rounds, double mu, double clip, double noise, long seed) {
        double epsilon() {
            if (noise == 0) {
                return Double.POSITIVE_INFINITY;
            }
            double rho = rounds / (2 * noise * noise);
            return rho + 2 * Math.sqrt(rho * Math.log(1 / DELTA));
        }
    }

    /**
     * @param clinicOf by patient the name of a clinic
     */
    Federation(EncodedVisits train, IntFunction<String> clinicOf) {
        facts = train.factVocabulary().size();
        items = train.itemVocabulary().size();
        byClinic(train, clinicOf).values().forEach(visits -> clinics.add(train.subset(visits)));
    }

    /** Visits of each clinic. */
    static TreeMap<String, int[]> byClinic(EncodedVisits visits, IntFunction<String> clinicOf) {
        TreeMap<String, int[]> clinics = new TreeMap<>();
        String[] names = Arrays.stream(visits.patients()).mapToObj(clinicOf).toArray(String[]::new);
        for (String name : names) {
            clinics.computeIfAbsent(
                    name,
                    each ->
                            IntStream.range(0, names.length)
                                    .filter(visit -> names[visit].equals(each))
                                    .toArray());
        }
        return clinics;
    }

    int clinics() {
        return clinics.size();
    }

    float[][] average(Options options) {
        float[][] common = new float[facts][items];
        Random random = new Random(options.seed());
        double deviation = options.noise() * options.clip() / clinics.size();
        for (int round = 0; round < options.rounds(); round++) {
            double[][] sum = new double[facts][items];
            for (EncodedVisits clinic : clinics) {
                add(update(clinic, common, options), options, sum);
            }
            for (int fact = 0; fact < facts; fact++) {
                for (int item = 0; item < items; item++) {
                    double noise = deviation == 0 ? 0 : deviation * random.nextGaussian();
                    common[fact][item] += (float) (sum[fact][item] / clinics.size() + noise);
                }
            }
        }
        return common;
    }

    private static float[][] update(EncodedVisits clinic, float[][] common, Options options) {
        return Ridge.correction(clinic, common, new RidgeOptions(options.mu(), 1), Progress.NONE)
                .rows();
    }

    private static void add(float[][] update, Options options, double[][] sum) {
        double norm = 0;
        for (float[] row : update) {
            for (float each : row) {
                norm += (double) each * each;
            }
        }
        double share =
                options.noise() == 0 ? 1 : Math.min(1, options.clip() / Math.sqrt(norm + 1e-30));
        for (int fact = 0; fact < sum.length; fact++) {
            for (int item = 0; item < sum[fact].length; item++) {
                sum[fact][item] += share * update[fact][item];
            }
        }
    }
}
