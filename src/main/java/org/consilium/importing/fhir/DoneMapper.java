package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a patient: procedures and immunizations.
 *
 * @param code element with what it was
 * @param when element of its time, without the name of its form
 * @param noFact statuses under which nothing was done
 */
record DoneMapper(
        EventKind kind, String code, String when, List<CodeSystem> preferred, Set<String> noFact)
        implements ResourceMapper {

    @Override
    public @Nullable String notUsed(Resource resource) {
        if (resource.isTrue("notDone") || resource.isTrue("notGiven")) { // as in STU3
            return "not-done";
        }
        if (noFact.contains(resource.status())) {
            return resource.status();
        }
        Concept concept = Codings.concept(resource.node().path(code), preferred);
        return concept != null && Negations.saysThereIsNone(concept) ? Negations.REASON : null;
    }

    @Override
    public String startField() {
        return when + "[x]";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        Times.Moment start = times.start(resource.node(), when);
        if (start.isUnknown()) {
            start = new Times.Moment(times.time(resource.node(), "recorded"), null);
        }
        LocalDateTime end = times.time(resource.node(), when + "Period", "end");
        return List.of(
                Draft.of(kind, resource.concept(code, preferred), start)
                        .until(new Times.Moment(end, null), Draft.Ending.NONE)
                        .because(resource.reason()));
    }
}
