package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Category;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.consilium.importing.ObservationCategories;
import org.jspecify.annotations.Nullable;

/** Observations with a value; each component (as of a blood pressure) is one of its own. */
final class ObservationMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "cancelled");

    @Override
    public @Nullable String notUsed(Resource resource) {
        if (NO_FACT.contains(resource.status())) {
            return resource.status();
        }
        return isOfAnother(resource) ? "of somebody or something else" : null;
    }

    /** As the heart rate of a child that is not born yet, in the record of its mother. */
    private static boolean isOfAnother(Resource resource) {
        String subject = resource.subject();
        for (Element focus : resource.node().path("focus")) {
            String about = resource.reference(focus);
            if (about == null || !about.equals(subject)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String startField() {
        return "effective[x]";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times.Moment start = resource.times().start(resource.node(), "effective");
        if (start.isUnknown()) {
            LocalDateTime issued = resource.times().time(resource.node(), "issued");
            start = new Times.Moment(issued, null);
        }
        Category category = category(resource.node().path("category"));
        List<Draft> found = new ArrayList<>(2);
        Value own = Values.of(resource.node());
        if (own != null) {
            Concept concept = resource.concept("code", Codings.RESULTS);
            found.add(Draft.result(category, concept, start, own));
        }
        for (Element component : resource.node().path("component")) {
            Value value = Values.of(component);
            if (value == null) {
                continue;
            }
            Concept concept = Codings.concept(component.path("code"), Codings.RESULTS);
            if (concept == null) {
                throw new ResourceException("component.code", "It has neither a code nor a text.");
            }
            found.add(Draft.result(category, concept, start, value));
        }
        return found;
    }

    private static Category category(Element categories) {
        for (Element codeable : categories) {
            for (Element coding : codeable.path("coding")) {
                Category category = ObservationCategories.named(coding.text("code"));
                if (category != Category.NONE) {
                    return category;
                }
            }
        }
        return Category.NONE;
    }
}
