package org.consilium.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.CohortEvidence.Steadiness;

/**
 * Looks through a whole cohort for what it says of one item: who is similar and what they received,
 * and how steady the item's rank is. Takes as long as reading the cohort. Thread-safe.
 */
final class CohortEvidenceService {
    /** Items whose order is fitted again; those below hardly reach the top. */
    private static final int WATCHED = 40;

    private static final int RECEIVED = 6;
    private static final double TAIL = .05;

    private final CohortService cohorts;
    private final FactExtractor extractor;

    CohortEvidenceService(CohortService cohorts, FactExtractor extractor) {
        this.cohorts = cohorts;
        this.extractor = extractor;
    }

    /**
     * @param candidates indices of what could be recommended, best first
     * @param index of the item that is asked about
     */
    CohortEvidence look(
            long cohortId,
            String patientId,
            ConceptMapping mapping,
            Scoring scoring,
            int[] candidates,
            int index,
            Progress progress) {
        EvidenceModel model = scoring.model();
        int[] watched =
                IntStream.concat(
                                IntStream.of(index),
                                Arrays.stream(candidates)
                                        .filter(one -> one != index)
                                        .limit(WATCHED))
                        .toArray();
        SimilarPatients similar = new SimilarPatients(weights(scoring, index));
        Resampling resampling = new Resampling(model, scoring.known(), watched);
        int[] patients = {0};
        cohorts.forEachTimeline(
                cohortId,
                progress,
                recorded -> {
                    if (recorded.patient().id().equals(patientId)) {
                        return;
                    }
                    patients[0]++;
                    Timeline timeline = mapping.of(recorded).timeline();
                    List<Visit> visits = extractor.visits(timeline, each -> true);
                    List<int[]> known = new ArrayList<>(visits.size());
                    visits.forEach(visit -> known.add(SimilarPatients.known(model, visit)));
                    similar.add(timeline, visits, known);
                    resampling.add(recorded.patient().id(), visits, known);
                });
        List<Item> others =
                Arrays.stream(candidates)
                        .filter(one -> one != index)
                        .mapToObj(one -> model.items().get(one))
                        .toList();
        return new CohortEvidence(
                patients[0],
                similar.size(),
                similar.of(model.items().get(index)),
                similar.most(RECEIVED, others),
                steadiness(scoring, watched, candidates, resampling.shifts()));
    }

    private static Map<Integer, Double> weights(Scoring scoring, int item) {
        Map<Integer, Double> weights = new HashMap<>();
        int[] known = scoring.known();
        for (int k = 0; k < known.length; k++) {
            weights.merge(known[k], Math.abs(scoring.share(k, item)), Double::sum);
        }
        return weights;
    }

    private static Steadiness steadiness(
            Scoring scoring, int[] watched, int[] candidates, double[][] shifts) {
        double score = scoring.score(watched[0]);
        int below = watched.length - 1;
        int rank = rank(scoring, watched, candidates, below, score, new double[watched.length]);
        int[] ranks = new int[shifts.length];
        for (int draw = 0; draw < ranks.length; draw++) {
            ranks[draw] =
                    rank(
                            scoring,
                            watched,
                            candidates,
                            below,
                            score + shifts[draw][0],
                            shifts[draw]);
        }
        Arrays.sort(ranks);
        int tail = (int) Math.floor(TAIL * ranks.length);
        return new Steadiness(ranks.length, rank, ranks[tail], ranks[ranks.length - 1 - tail]);
    }

    private static int rank(
            Scoring scoring,
            int[] watched,
            int[] candidates,
            int fitted,
            double score,
            double[] shift) {
        int better = 0;
        for (int i = 1; i <= fitted; i++) {
            better += scoring.score(watched[i]) + shift[i] > score ? 1 : 0;
        }
        // those that were not fitted again stay where they are
        long others =
                Arrays.stream(candidates)
                        .filter(one -> one != watched[0])
                        .skip(WATCHED)
                        .filter(one -> scoring.score(one) > score)
                        .count();
        return better + (int) others + 1;
    }
}
