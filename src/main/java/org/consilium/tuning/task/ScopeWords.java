package org.consilium.tuning.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.Ages;

/** A scope in words. */
record ScopeWords(TaskScope scope) {

    String words() {
        List<String> words = new ArrayList<>();
        if (scope.kinds().size() < ItemKind.values().length) {
            words.add(
                    "only "
                            + scope.kinds().stream()
                                    .map(ScopeWords::of)
                                    .collect(Collectors.joining(", ")));
        }
        if (scope.horizonDays() > 0) {
            words.add("started within %d days".formatted(scope.horizonDays()));
        }
        if (!scope.ages().equals(Ages.ALL)) {
            words.add("ages " + scope.ages().words());
        }
        if (!scope.conditions().isEmpty()) {
            words.add("with " + String.join(" or ", scope.conditions()));
        }
        if (scope.from() != null) {
            words.add("visits from " + scope.from());
        }
        if (scope.to() != null) {
            words.add("visits to " + scope.to());
        }
        if (!scope.sites().isEmpty()) {
            words.add("at " + String.join(" or ", scope.sites()));
        }
        if (!scope.without().isEmpty()) {
            words.add("without " + String.join(", ", scope.without()));
        }
        scope.leftOut()
                .forEach(each -> words.add("leaving out " + each.label().toLowerCase(Locale.ROOT)));
        return words.isEmpty() ? "every visit, every item" : String.join("; ", words);
    }

    private static String of(ItemKind kind) {
        return switch (kind) {
            case MEDICATION -> "medications";
            case PROCEDURE -> "procedures";
            case CARE_PLAN -> "care plans";
            case IMMUNIZATION -> "immunisations";
        };
    }
}
