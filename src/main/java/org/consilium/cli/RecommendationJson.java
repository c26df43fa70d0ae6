package org.consilium.cli;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Concept;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.jspecify.annotations.Nullable;

/** Recommendations in the flat form that the command line promises. */
record RecommendationJson(
        String patient,
        LocalDateTime at,
        String model,
        List<Row> items,
        List<Row> withheld,
        List<String> notChecked) {

    /** One item. */
    record Row(
            int rank,
            String kind,
            String system,
            String code,
            String display,
            double probability,
            double score,
            double bias,
            List<Share> attributions,
            SafetyJson safety) {}

    /** One fact's contribution. */
    record Share(
            String system,
            String code,
            String display,
            String role,
            @Nullable LocalDateTime when,
            @Nullable String value,
            double contribution) {}

    static RecommendationJson of(RecommendationList list) {
        return new RecommendationJson(
                list.patient(),
                list.at(),
                list.model(),
                list.items().stream().map(RecommendationJson::row).toList(),
                list.withheld().stream().map(RecommendationJson::row).toList(),
                SafetyJson.words(list.notChecked()));
    }

    private static Row row(Recommendation item) {
        return new Row(
                item.rank(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.item().system().uri(),
                item.item().code(),
                item.item().display(),
                item.probability(),
                item.score(),
                item.bias(),
                item.attributions().stream().map(RecommendationJson::share).toList(),
                SafetyJson.of(item.safety()));
    }

    private static Share share(Attribution attribution) {
        Concept concept = attribution.concept();
        return new Share(
                concept.system().uri(),
                concept.code(),
                concept.display(),
                attribution.role().name().toLowerCase(Locale.ROOT),
                attribution.when(),
                attribution.value(),
                attribution.contribution());
    }
}
