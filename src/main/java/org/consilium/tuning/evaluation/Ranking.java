package org.consilium.tuning.evaluation;

import java.util.Arrays;

/**
 * One visit's candidates in the order of their scores, without sorting them: every metric needs
 * only the ranks of the few targets, and a rank is one more than the number of candidates that come
 * before. Holds a buffer: for one thread.
 */
final class Ranking {
    private final ItemFilter filter;
    private final boolean[] candidates;
    private float[] scores = {};
    private TieBreak ties = new TieBreak(0, 0, 0);

    Ranking(ItemFilter filter) {
        this.filter = filter;
        this.candidates = new boolean[filter.items()];
    }

    /**
     * Starts on another visit.
     *
     * @throws IllegalArgumentException when a candidate's score is not a number, which would rank
     *     first or last by accident
     */
    void start(float[] visitScores, int[] masked, TieBreak visitTies) {
        scores = visitScores;
        ties = visitTies;
        for (int item = 0; item < candidates.length; item++) {
            candidates[item] = filter.contains(item);
        }
        for (int item : masked) {
            candidates[item] = false;
        }
        for (int item = 0; item < candidates.length; item++) {
            if (candidates[item] && Float.isNaN(scores[item])) {
                throw new IllegalArgumentException("item " + item + " has no number as its score");
            }
        }
    }

    /** Ranks of those targets that are candidates, from 1, ascending. */
    int[] ranksOf(int[] targets) {
        return Arrays.stream(targets)
                .filter(target -> candidates[target])
                .map(this::rankOf)
                .sorted()
                .toArray();
    }

    boolean isCandidate(int item) {
        return candidates[item];
    }

    /** The first k candidates, best first; fewer where there are fewer. */
    int[] top(int k) {
        int[] best = new int[k];
        int size = 0;
        for (int item = 0; item < candidates.length; item++) {
            if (!candidates[item] || (size == k && !before(item, best[k - 1]))) {
                continue;
            }
            int place = size < k ? size++ : k - 1;
            while (place > 0 && before(item, best[place - 1])) {
                best[place] = best[place - 1];
                place--;
            }
            best[place] = item;
        }
        return Arrays.copyOf(best, size);
    }

    private int rankOf(int target) {
        float score = scores[target];
        int rank = 1;
        for (int item = 0; item < candidates.length; item++) {
            if (candidates[item] && scores[item] >= score && before(item, target)) {
                rank++;
            }
        }
        return rank;
    }

    private boolean before(int item, int other) {
        if (scores[item] == scores[other]) {
            return item != other && ties.before(item, other);
        }
        return scores[item] > scores[other];
    }
}
