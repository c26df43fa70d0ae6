package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.consilium.recommend.EvidenceModel;
import org.junit.jupiter.api.Test;

class LearnedRankerTest {
    @Test
    void whatIsMeasuredScoresAsWhatIsServed() {
        LearnedModel model = ModelFileTest.model();
        LearnedRanker measured = new LearnedRanker("measured", model);
        EvidenceModel served = model.evidence();
        int items = model.terms().items().size();
        for (int[] visit : new int[][] {{}, {2}, {0, 1, 4}, IntStream.range(0, 5).toArray()}) {
            float[] one = new float[items];
            float[] other = new float[items];
            measured.score(visit, one);
            served.score(visit, other);
            assertThat(one).containsExactly(other, Offset.offset(1e-4f));
        }
        assertThat(measured.calibration()).isEqualTo(served.calibration());
    }
}
