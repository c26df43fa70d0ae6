package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.FactOccurrence;
import org.consilium.recommend.Item;
import org.consilium.recommend.Place;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.Recommender;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Visit;
import org.consilium.tuning.TextRidgeModel;
import org.consilium.ui.recommendation.Why.Bar;
import org.junit.jupiter.api.Test;

/** Every view of every explanation adds up to the score, of a model tuned with texts, too. */
class AdditivityTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 2, 1, 9, 0);
    private final EvidenceModel model = TextRidgeModel.served();

    private static Recommender recommender() throws IOException {
        return new Recommender(RoutineItems.shipped(), Ingredients.shipped());
    }

    private List<Visit> visits() {
        Random random = new Random(5);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<FactOccurrence> facts = new ArrayList<>();
            for (Fact fact : model.facts().entries()) {
                if (random.nextInt(40) < i) {
                    facts.add(new FactOccurrence(fact, NOW, null));
                }
            }
            visits.add(new Visit("p", NOW, facts, Set.of(), Set.of()));
        }
        return visits;
    }

    @Test
    void everyViewOfEveryItemAddsUpToItsScore() throws IOException {
        for (Visit visit : visits()) {
            List<Recommendation> all = recommender().recommend(model, visit, 100, Set.of());
            assertThat(all).hasSize(model.items().size());
            all.forEach(this::addsUp);
            for (Item item : model.items().entries()) {
                Place place = recommender().place(model, visit, item).orElseThrow();
                addsUp(place.item());
                assertThat(all.get(place.item().rank() - 1).score())
                        .isEqualTo(place.item().score());
            }
        }
    }

    private void addsUp(Recommendation item) {
        double sum =
                item.bias()
                        + item.attributions().stream().mapToDouble(Attribution::contribution).sum();
        assertThat(sum).isCloseTo(item.score(), within(1e-9));
        List<Why> views = new ArrayList<>(List.of(Why.byFact(item), Why.byGroup(item)));
        for (FactGroup group : FactGroup.values()) {
            views.add(Why.ofGroup(item, group));
        }
        for (Why why : views) {
            List<Bar> parts = why.bars().subList(0, why.bars().size() - 1);
            Bar score = why.bars().getLast();
            assertThat(parts.stream().mapToDouble(Bar::value).sum())
                    .isCloseTo(item.score(), within(1e-9));
            assertThat(parts.stream().mapToLong(Bar::shown).sum())
                    .isEqualTo(score.shown())
                    .isEqualTo(Math.round(score.value() * 100));
        }
    }

    /** The table that is served gives the same scores by the other way of adding it up. */
    @Test
    void theSumIsTheScoreThatIsServed() throws IOException {
        for (Visit visit : visits()) {
            int[] known =
                    visit.facts().stream()
                            .mapToInt(each -> model.facts().indexOf(each.fact()).orElseThrow())
                            .toArray();
            float[] scores = new float[model.items().size()];
            model.score(known, scores);
            for (Recommendation item : recommender().recommend(model, visit, 100, Set.of())) {
                int index = model.items().indexOf(new Item(item.kind(), item.item())).orElseThrow();
                assertThat(item.score()).isCloseTo(scores[index], within(1e-4));
                assertThat(model.score(known, index)).isCloseTo(scores[index], within(1e-4));
            }
        }
    }
}
