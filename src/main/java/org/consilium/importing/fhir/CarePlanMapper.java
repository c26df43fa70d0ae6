package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.importing.CodeSystems;
import org.jspecify.annotations.Nullable;

/**
 * Care plans by the category that says what is planned (as Synthea writes them), else by their
 * activities, else by their title. That a plan is one to assess and plan (US Core) says nothing.
 * Activities in resources of their own are events of their own.
 */
final class CarePlanMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "revoked", "draft");
    private static final Set<String> NO_ORDER = Set.of("proposal", "option");
    private static final Set<String> NOT_DONE = Set.of("cancelled", "stopped", "entered-in-error");
    private static final String US_CORE = "careplan-category";

    @Override
    public @Nullable String notUsed(Resource resource) {
        String intent = resource.text("intent");
        if (intent != null && NO_ORDER.contains(intent)) {
            return intent;
        }
        if (NO_FACT.contains(resource.status())) {
            return resource.status();
        }
        return category(resource) == null
                        && activities(resource).isEmpty()
                        && resource.text("title") == null
                ? "says not what is planned"
                : null;
    }

    @Override
    public String startField() {
        return "period";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        LocalDateTime start = times.time(resource.node(), "period", "start");
        start = start == null ? times.time(resource.node(), "created") : start;
        Times.Moment begun = new Times.Moment(start, null);
        Times.Moment end = new Times.Moment(times.time(resource.node(), "period", "end"), null);
        boolean over = resource.status().equals("completed");
        Draft.Ending ending = over ? Draft.Ending.OVER : Draft.Ending.NONE;
        return planned(resource).stream()
                .map(concept -> Draft.of(EventKind.CARE_PLAN, concept, begun).until(end, ending))
                .toList();
    }

    private static List<Concept> planned(Resource resource) {
        Concept category = category(resource);
        if (category != null) {
            return List.of(category);
        }
        List<Concept> activities = activities(resource);
        return activities.isEmpty()
                ? List.of(CodeSystems.ofText(String.valueOf(resource.text("title"))))
                : activities;
    }

    private static @Nullable Concept category(Resource resource) {
        for (Element category : resource.node().path("category")) {
            Concept concept = Codings.concept(category, Codings.CLINICAL);
            if (concept != null && !concept.system().uri().contains(US_CORE)) {
                return concept;
            }
        }
        return null;
    }

    private static List<Concept> activities(Resource resource) {
        List<Concept> activities = new ArrayList<>();
        for (Element activity : resource.node().path("activity")) {
            Element detail = activity.path("detail");
            Concept concept = Codings.concept(detail.path("code"), Codings.CLINICAL);
            String status = detail.text("status");
            boolean done = !NOT_DONE.contains(status == null ? "" : status);
            if (concept != null && done && !detail.path("doNotPerform").isTrue()) {
                activities.add(concept);
            }
        }
        return activities;
    }
}
