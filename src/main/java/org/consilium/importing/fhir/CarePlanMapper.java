package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
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
 */
final class CarePlanMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "revoked", "draft");
    private static final Set<String> NO_ORDER = Set.of("proposal", "option");
    private static final String US_CORE = "careplan-category";

    @Override
    public @Nullable String notUsed(Resource resource) {
        String intent = resource.text("intent");
        if (intent != null && NO_ORDER.contains(intent)) {
            return intent;
        }
        return NO_FACT.contains(resource.status()) ? resource.status() : null;
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        LocalDateTime start = times.time(resource.node(), "period", "start");
        if (start == null) {
            start = times.time(resource.node(), "created");
        }
        LocalDateTime end = times.time(resource.node(), "period", "end");
        boolean over = resource.status().equals("completed");
        Draft.Origin origin = resource.origin("period");
        List<Draft> found = new ArrayList<>();
        for (Concept concept : planned(resource)) {
            found.add(
                    Draft.of(
                                    origin.part(found.size()),
                                    EventKind.CARE_PLAN,
                                    concept,
                                    new Times.Moment(start, null))
                            .until(
                                    new Times.Moment(end, null),
                                    over ? Draft.Ending.OVER : Draft.Ending.NONE));
        }
        return found;
    }

    private static List<Concept> planned(Resource resource) throws ResourceException {
        for (JsonNode category : resource.node().path("category")) {
            Concept concept = Codings.concept(category, Codings.CLINICAL);
            if (concept != null && !concept.system().uri().contains(US_CORE)) {
                return List.of(concept);
            }
        }
        List<Concept> activities = new ArrayList<>();
        for (JsonNode activity : resource.node().path("activity")) {
            Concept concept =
                    Codings.concept(activity.path("detail").path("code"), Codings.CLINICAL);
            if (concept != null) {
                activities.add(concept);
            }
        }
        if (!activities.isEmpty()) {
            return activities;
        }
        String title = resource.text("title");
        if (title == null) {
            throw new ResourceException(
                    "category", "It has neither a category, nor an activity, nor a title.");
        }
        return List.of(CodeSystems.ofText(title));
    }
}
