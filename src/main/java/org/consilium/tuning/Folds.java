package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.jspecify.annotations.Nullable;

/** The divisions of a cohort that a comparison goes through. */
final class Folds {
    /** Which part of the visits lies before the test period of a split by time. */
    static final double BEFORE = .75;

    /** Targets look as far ahead (MODEL.md, "Task"). */
    static final int GAP_DAYS = 30;

    /** Sites of fewer patients are nobody's clinic: half of them tells nothing. */
    static final int FEWEST_AT_SITE = 15;

    private final EncodedVisits visits;
    private final IntFunction<@Nullable String> sites;

    /**
     * @param visits all of the cohort's, over any vocabularies
     * @param sites by patient
     */
    Folds(EncodedVisits visits, IntFunction<@Nullable String> sites) {
        this.visits = visits;
        this.sites = sites;
    }

    /**
     * One a seed, and a site.
     *
     * @throws IllegalArgumentException when the cohort can't be divided so
     */
    List<Fold> of(SplitOptions options, int seeds) {
        List<Fold> folds = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            switch (options.kind()) {
                case PATIENT -> folds.add(byPatient(seed));
                case TIME -> folds.add(byTime(seed));
                case SITE -> folds.addAll(bySite(options.siteDepth(), seed));
            }
        }
        for (Fold fold : folds) {
            if (fold.test().length == 0 || fold.local().length == 0) {
                throw new IllegalArgumentException(
                        "The visits of this cohort can't be divided so: nothing is left to train on, or to test.");
            }
        }
        return folds;
    }

    private Fold byPatient(long seed) {
        Split split = Splits.byPatient(visits, 0, LocalVisits.TEST, seed);
        BitSet tested = patients(split.test());
        return new Fold(
                seed,
                null,
                new int[0],
                Fold.where(visits.size(), visit -> !tested.get(visits.patients()[visit])),
                Fold.where(visits.size(), visit -> tested.get(visits.patients()[visit])));
    }

    private Fold byTime(long seed) {
        long start =
                Arrays.stream(Splits.byTime(visits, BEFORE, GAP_DAYS).test().days())
                        .min()
                        .orElse(Long.MAX_VALUE);
        return new Fold(
                seed,
                null,
                new int[0],
                Fold.where(visits.size(), visit -> visits.days()[visit] < start - GAP_DAYS),
                Fold.where(visits.size(), visit -> visits.days()[visit] >= start));
    }

    private List<Fold> bySite(int depth, long seed) {
        Map<String, BitSet> patients = new TreeMap<>();
        Arrays.stream(visits.patients())
                .distinct()
                .forEach(patient ->
                        patients.computeIfAbsent(site(patient, depth), site -> new BitSet())
                                .set(patient));
        List<Fold> folds = new ArrayList<>();
        patients.forEach((site, here) -> {
            if (here.cardinality() >= FEWEST_AT_SITE && !site.isEmpty()) {
                folds.add(atSite(site, here, seed));
            }
        });
        if (folds.isEmpty() || patients.size() < 2) {
            throw new IllegalArgumentException(
                    "A split by site needs two sites or more, one of them with %d patients; the records name no such sites."
                            .formatted(FEWEST_AT_SITE));
        }
        return folds;
    }

    private Fold atSite(String site, BitSet here, long seed) {
        EncodedVisits own =
                visits.subset(
                        Fold.where(visits.size(), visit -> here.get(visits.patients()[visit])));
        BitSet tested = patients(Splits.byPatient(own, 0, .5, seed).test());
        return new Fold(
                seed,
                site,
                Fold.where(visits.size(), visit -> !here.get(visits.patients()[visit])),
                Fold.where(
                        visits.size(),
                        visit ->
                                here.get(visits.patients()[visit])
                                        && !tested.get(visits.patients()[visit])),
                Fold.where(visits.size(), visit -> tested.get(visits.patients()[visit])));
    }

    /** The first parts of the site's name; empty where it is not recorded. */
    private String site(int patient, int depth) {
        String name = sites.apply(patient);
        if (name == null || name.isBlank()) {
            return "";
        }
        String[] parts = name.split("/", -1);
        return String.join("/", Arrays.copyOf(parts, Math.min(depth, parts.length)));
    }

    private static BitSet patients(EncodedVisits some) {
        BitSet patients = new BitSet();
        Arrays.stream(some.patients()).forEach(patients::set);
        return patients;
    }
}
