package org.consilium.ui.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.ui.recommendation.Wording;

/**
 * A substance that the patient does not tolerate, once however often it was recorded.
 *
 * @param since its first record
 * @param reactions what its records say, each once; empty when none says anything
 */
record Allergy(Concept concept, LocalDate since, List<AllergyReactions> reactions) {
    /** Of the manifestations in UTF-16 units, so that the names of all allergies stay in sight. */
    private static final int BRIEF = 48;

    Allergy {
        reactions = List.copyOf(reactions);
    }

    /**
     * Every allergy that ever was recorded and not withdrawn: one too many is the safer error.
     * Those with a high risk first, then as recorded.
     */
    static List<Allergy> of(List<ClinicalEvent> events) {
        Map<Concept, Allergy> all = new LinkedHashMap<>();
        for (ClinicalEvent event : events) {
            if (event.kind() == EventKind.ALLERGY && event.end() == null) {
                AllergyReactions said = AllergyReactions.of(event.value());
                all.merge(
                        event.concept(),
                        new Allergy(
                                event.concept(),
                                event.start().toLocalDate(),
                                said == null ? List.of() : List.of(said)),
                        Allergy::and);
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparing(allergy -> !allergy.isHighRisk()))
                .toList();
    }

    private Allergy and(Allergy other) {
        List<AllergyReactions> both = new ArrayList<>(reactions);
        other.reactions.stream().filter(each -> !both.contains(each)).forEach(both::add);
        return new Allergy(concept, since.isBefore(other.since) ? since : other.since, both);
    }

    private boolean isHighRisk() {
        return reactions.stream().anyMatch(each -> each.risk() == AllergyReactions.Risk.HIGH);
    }

    String name() {
        return Wording.name(concept);
    }

    /** All that is recorded of what it does; empty when that is nothing. */
    String does() {
        return reactions.stream().map(AllergyReactions::words).collect(Collectors.joining("; "));
    }

    /** "Penicillin: Anaphylaxis (severe), …; high risk". */
    String brief() {
        return named(
                reactions.stream()
                        .map(each -> each.words(BRIEF))
                        .collect(Collectors.joining("; ")));
    }

    /** Where there is no room for more: "Penicillin: high risk". */
    String briefest() {
        return named(isHighRisk() ? "high risk" : "");
    }

    /** The same with everything. */
    String inFull() {
        return named(does());
    }

    private String named(String words) {
        return words.isEmpty() ? name() : name() + ": " + words;
    }
}
