package org.consilium.cli;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Concept;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.RecommendationList;
import org.jspecify.annotations.Nullable;

/** Recommendations in the flat form that the command line promises. */
record RecommendationJson(String patient, LocalDateTime at, String model, List<Row> items) {

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
            List<Share> attributions) {}

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
        List<Row> rows =
                list.items().stream()
                        .map(item ->
                                new Row(
                                        item.rank(),
                                        item.kind().name().toLowerCase(Locale.ROOT),
                                        item.item().system().uri(),
                                        item.item().code(),
                                        item.item().display(),
                                        item.probability(),
                                        item.score(),
                                        item.bias(),
                                        item.attributions().stream()
                                                .map(RecommendationJson::share)
                                                .toList()))
                        .toList();
        return new RecommendationJson(list.patient(), list.at(), list.model(), rows);
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
