package org.consilium.tuning;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.consilium.tuning.factor.Factors;

/**
 * What a training changed of a model's numbers, part by part. A model's vocabularies, text vectors,
 * calibration and the rates of its facts are no part of it. Arrays are shared, not copied.
 */
record ModelDelta(Map<String, float[]> parts) {
    private static final float[] NONE = {};

    /** All numbers that a training changes, in a fixed order; the ridge row by row. */
    private static Map<String, float[]> numbers(LearnedModel model) {
        Factors factors = model.factors();
        RidgePart ridge = model.ridge();
        Map<String, float[]> numbers = new LinkedHashMap<>();
        numbers.put("termWeights", factors.termWeights());
        numbers.put("term", factors.term());
        numbers.put("role", factors.role());
        numbers.put("fact", factors.fact());
        numbers.put("itemWeights", factors.itemWeights());
        numbers.put("item", factors.item());
        numbers.put("bias", factors.bias());
        numbers.put("itemRates", model.itemRates());
        numbers.put("ridgeBias", ridge.bias());
        numbers.put("ridgeText", ridge.text());
        numbers.put("ridge", ModelFile.flat(ridge.rows()));
        numbers.put("ridgeTerms", ModelFile.flat(ridge.terms()));
        return numbers;
    }

    /**
     * @param tuned over the same vocabularies
     */
    static ModelDelta between(LearnedModel base, LearnedModel tuned) {
        Map<String, float[]> before = numbers(base);
        Map<String, float[]> changed = new LinkedHashMap<>();
        numbers(tuned)
                .forEach((name, after) -> {
                    float[] from = before.getOrDefault(name, new float[after.length]);
                    float[] difference = after.clone();
                    for (int i = 0; i < difference.length; i++) {
                        difference[i] -= from[i];
                    }
                    changed.put(name, difference);
                });
        return new ModelDelta(changed);
    }

    /** Nothing changed. */
    static ModelDelta zero(LearnedModel base) {
        return between(base, base);
    }

    /** Euclidean length over all numbers; NaN or infinite where one of them is. */
    double length() {
        double sum = 0;
        for (float[] part : parts.values()) {
            for (float value : part) {
                sum += (double) value * value;
            }
        }
        return Math.sqrt(sum);
    }

    /** Made shorter where it is longer than that. */
    ModelDelta clipped(double longest) {
        double length = length();
        if (length <= longest) {
            return this;
        }
        return zeros().plus(this, longest / length);
    }

    /** With Gaussian noise of that deviation on every number. */
    ModelDelta noisy(double deviation, RandomGenerator random) {
        ModelDelta noisy = zeros().plus(this, 1);
        for (float[] part : noisy.parts.values()) {
            for (int i = 0; i < part.length; i++) {
                part[i] += (float) (deviation * random.nextGaussian());
            }
        }
        return noisy;
    }

    private ModelDelta zeros() {
        Map<String, float[]> zeros = new LinkedHashMap<>();
        parts.forEach((name, part) -> zeros.put(name, new float[part.length]));
        return new ModelDelta(zeros);
    }

    /** This one, to which a share of another was added: it is changed, and returned. */
    ModelDelta plus(ModelDelta other, double share) {
        parts.forEach((name, part) -> {
            float[] more = other.parts.getOrDefault(name, new float[part.length]);
            for (int i = 0; i < part.length; i++) {
                part[i] += (float) (share * more[i]);
            }
        });
        return this;
    }

    /**
     * The model with these changes, as a base model.
     *
     * @param cohort what it was learned from
     */
    LearnedModel onto(LearnedModel base, String name, String cohort, Provenance provenance) {
        Map<String, float[]> sum = numbers(base);
        sum.replaceAll((part, values) -> added(values, parts.getOrDefault(part, NONE)));
        float[] rates = part(sum, "itemRates");
        for (int item = 0; item < rates.length; item++) {
            // noise may push a share out of its range
            rates[item] = Math.clamp(rates[item], 0, .999f);
        }
        RidgePart ridge = base.ridge();
        return new LearnedModel(
                name,
                null,
                cohort,
                base.terms(),
                new Factors(
                        base.factors().dimension(),
                        part(sum, "termWeights"),
                        part(sum, "term"),
                        part(sum, "role"),
                        part(sum, "fact"),
                        part(sum, "itemWeights"),
                        part(sum, "item"),
                        part(sum, "bias")),
                new RidgePart(
                        ModelFile.rows(part(sum, "ridge"), ridge.rows().length),
                        part(sum, "ridgeBias"),
                        ModelFile.rows(part(sum, "ridgeTerms"), ridge.terms().length),
                        part(sum, "ridgeText"),
                        base.factors().isNone() ? ridge.weight() : Learner.TUNED_RIDGE_WEIGHT,
                        ridge.steadiness()),
                base.calibration(),
                rates,
                base.factRates(),
                provenance);
    }

    private static float[] added(float[] values, float[] more) {
        float[] sum = values.clone();
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    private static float[] part(Map<String, float[]> numbers, String name) {
        return numbers.getOrDefault(name, NONE);
    }

    /** In 16 bits where the ridge is, as in a model's file. */
    byte[] toBytes() throws IOException {
        SafeTensors tensors = new SafeTensors();
        parts.forEach((name, part) -> {
            if (name.startsWith("ridge") && !name.equals("ridgeBias")) {
                tensors.half(name, part);
            } else {
                tensors.single(name, part);
            }
        });
        return tensors.toBytes();
    }

    /**
     * @throws IOException when the bytes are no change of that model
     */
    static ModelDelta of(byte[] bytes, LearnedModel base) throws IOException {
        SafeTensors tensors = SafeTensors.of(bytes);
        Map<String, float[]> parts = new LinkedHashMap<>();
        for (Map.Entry<String, float[]> each : numbers(base).entrySet()) {
            float[] values = tensors.get(each.getKey());
            if (values.length != each.getValue().length) {
                throw new IOException("A part of the update has another length than the model's.");
            }
            parts.put(each.getKey(), values);
        }
        return new ModelDelta(parts);
    }
}
