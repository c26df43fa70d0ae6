package org.consilium.tuning;

import java.util.List;
import org.consilium.clinical.NotFoundException;
import org.consilium.job.Progress;
import org.consilium.tuning.baseline.BprFactors;
import org.consilium.tuning.baseline.Ease;
import org.consilium.tuning.baseline.ImplicitAls;
import org.consilium.tuning.baseline.ItemKnn;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.PopularityGivenConditions;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;

/** What a model must beat, by the name that reports give it. */
public final class Baselines {
    /** Names, the plainest first. */
    public static final List<String> NAMES =
            List.of(
                    "popularity",
                    "popularity-given-conditions",
                    "itemknn",
                    "implicit-als",
                    "bpr-mf",
                    "ease",
                    "ridge");

    /** Those that take no longer than a fine-tuning run may. */
    static final List<String> QUICK =
            List.of("popularity", "popularity-given-conditions", "itemknn", "ridge");

    private Baselines() {}

    /**
     * @throws NotFoundException when no baseline is called that
     */
    static Ranker fit(String name, EncodedVisits train, Progress progress) {
        return switch (name) {
            case "popularity" -> Popularity.fit(train);
            case "popularity-given-conditions" ->
                    PopularityGivenConditions.fit(train, PopularityGivenConditions.Options.DEFAULT);
            case "itemknn" -> ItemKnn.fit(train, ItemKnn.Options.DEFAULT);
            case "implicit-als" -> ImplicitAls.fit(train, ImplicitAls.Options.DEFAULT, progress);
            case "bpr-mf" -> BprFactors.fit(train, BprFactors.Options.DEFAULT, progress);
            case "ease" ->
                    Ease.fit(train, RidgeOptions.within(100, train), progress).ranker("ease");
            case "ridge" -> Ridge.fit(train, RidgeOptions.within(30, train), progress).ranker();
            default -> throw new NotFoundException("There is no baseline called " + name + ".");
        };
    }
}
