package org.consilium.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.tuning.ModelKnowledge;

/**
 * Which codes are used, which of them others can read, and which the models know. Of goals only the
 * first is told: nothing rests on their codes.
 */
final class CodeTally {
    /** What is known of a concept of one kind. */
    private static final class Use {
        private final SystemUse system;
        private final boolean[] known;
        private final boolean[] suggested;
        private final PatientSet patients = new PatientSet();
        private long events;

        private Use(
                SystemUse system, EventKind kind, Concept concept, List<ModelKnowledge> models) {
            this.system = system;
            known = new boolean[models.size()];
            suggested = new boolean[models.size()];
            for (int model = 0; model < known.length; model++) {
                known[model] = models.get(model).knows(kind, concept);
                suggested[model] = models.get(model).suggests(kind, concept);
            }
        }
    }

    private static final class SystemUse {
        private final Standing standing;
        private final PatientSet patients = new PatientSet();
        private long events;
        private int concepts;

        private SystemUse(CodeSystem system) {
            standing = Standing.of(system);
        }
    }

    private final Findings findings;
    private final List<ModelKnowledge> models;
    private final Map<EventKind, Map<Concept, Use>> concepts = new EnumMap<>(EventKind.class);
    private final Map<EventKind, Map<CodeSystem, SystemUse>> systems =
            new EnumMap<>(EventKind.class);
    private final List<PatientSet> strangers;
    private final List<Map<EventKind, PatientSet>> unknown;
    private long judged;
    private long shared;

    CodeTally(Findings findings, List<ModelKnowledge> models) {
        this.findings = findings;
        this.models = List.copyOf(models);
        strangers = models.stream().map(model -> new PatientSet()).toList();
        unknown = models.stream().map(model -> everyKind()).toList();
    }

    private static Map<EventKind, PatientSet> everyKind() {
        Map<EventKind, PatientSet> kinds = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            kinds.put(kind, new PatientSet());
        }
        return kinds;
    }

    void take(Timeline timeline) {
        String patient = timeline.patient().id();
        int[] known = new int[models.size()];
        long before = judged;
        for (ClinicalEvent event : timeline.events()) {
            Use use = use(event.kind(), event.concept());
            use.events++;
            use.system.events++;
            use.system.patients.add(patient);
            if (event.kind() == EventKind.GOAL) {
                continue;
            }
            judged++;
            standing(use, patient);
            for (int model = 0; model < known.length; model++) {
                if (use.known[model]) {
                    known[model]++;
                } else {
                    strangeTo(model, event.kind()).add(patient);
                }
            }
        }
        for (int model = 0; model < known.length; model++) {
            if (2 * known[model] < judged - before) {
                strangers.get(model).add(patient);
            }
        }
    }

    /** Who has events of the kind that the model does not know. */
    private PatientSet strangeTo(int model, EventKind kind) {
        return Objects.requireNonNull(unknown.get(model).get(kind));
    }

    private Use use(EventKind kind, Concept concept) {
        Map<Concept, Use> ofKind = concepts.computeIfAbsent(kind, each -> new HashMap<>());
        Use use = ofKind.get(concept);
        if (use == null) {
            SystemUse system =
                    systems.computeIfAbsent(kind, each -> new HashMap<>())
                            .computeIfAbsent(concept.system(), SystemUse::new);
            system.concepts++;
            use = new Use(system, kind, concept, models);
            ofKind.put(concept, use);
        }
        return use;
    }

    private void standing(Use use, String patient) {
        QualityCheck check =
                switch (use.system.standing) {
                    case SHARED -> null;
                    case TEXT -> QualityCheck.TEXT_ONLY;
                    case LOCAL -> QualityCheck.LOCAL_CODE;
                    case UNKNOWN -> QualityCheck.UNKNOWN_SYSTEM;
                };
        if (check == null) {
            shared++;
        } else {
            use.patients.add(patient);
            findings.add(check, patient);
        }
    }

    /** Events whose code matters. */
    long judged() {
        return judged;
    }

    /** Of these, those whose code others can read. */
    long shared() {
        return shared;
    }

    List<CodeUse> uses() {
        List<CodeUse> uses = new ArrayList<>();
        systems.forEach((kind, ofKind) ->
                ofKind.forEach((system, use) ->
                        uses.add(
                                new CodeUse(
                                        kind,
                                        system,
                                        use.standing,
                                        use.events,
                                        use.concepts,
                                        use.patients.list()))));
        uses.sort(
                Comparator.comparing(CodeUse::kind)
                        .thenComparing(Comparator.comparingLong(CodeUse::events).reversed())
                        .thenComparing(use -> use.system().uri()));
        return uses;
    }

    List<UnmappedConcept> unmapped() {
        List<UnmappedConcept> unmapped = new ArrayList<>();
        concepts.forEach((kind, ofKind) ->
                ofKind.forEach((concept, use) -> {
                    if (use.system.standing != Standing.SHARED && kind != EventKind.GOAL) {
                        unmapped.add(
                                new UnmappedConcept(
                                        kind,
                                        concept,
                                        use.system.standing,
                                        use.events,
                                        use.patients.list()));
                    }
                }));
        unmapped.sort(
                Comparator.comparingLong(UnmappedConcept::events)
                        .reversed()
                        .thenComparing(each -> each.concept().code()));
        return unmapped.subList(0, Math.min(unmapped.size(), QualityReport.MOST_UNMAPPED));
    }

    List<ModelCoverage> models() {
        List<ModelCoverage> coverages = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            List<ModelCoverage.Kind> kinds = new ArrayList<>();
            for (Map.Entry<EventKind, Map<Concept, Use>> kind : concepts.entrySet()) {
                if (kind.getKey() != EventKind.GOAL) {
                    kinds.add(coverage(model, kind.getKey(), kind.getValue()));
                }
            }
            coverages.add(
                    new ModelCoverage(
                            models.get(model).model(), kinds, strangers.get(model).list()));
        }
        return coverages;
    }

    private ModelCoverage.Kind coverage(int model, EventKind kind, Map<Concept, Use> uses) {
        long events = 0;
        long known = 0;
        long suggested = 0;
        int conceptsKnown = 0;
        for (Use use : uses.values()) {
            events += use.events;
            known += use.known[model] ? use.events : 0;
            suggested += use.suggested[model] ? use.events : 0;
            conceptsKnown += use.known[model] ? 1 : 0;
        }
        return new ModelCoverage.Kind(
                kind,
                events,
                known,
                suggested,
                uses.size(),
                conceptsKnown,
                strangeTo(model, kind).list());
    }
}
