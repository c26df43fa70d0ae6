package org.consilium.importing.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Value;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Which targets of a goal, as HAPI has them, our words for it don't hold. */
final class HapiGoal {
    private HapiGoal() {}

    static List<String> missing(@Nullable Value ours, Goal theirs) {
        String words = ours instanceof Value.Text(String text) ? text : "";
        List<String> missing = new ArrayList<>();
        for (Goal.GoalTargetComponent target : theirs.getTarget()) {
            List<Base> details = HapiReading.all(target);
            for (Base each : details) {
                if (each instanceof Quantity quantity && quantity.hasValue()) {
                    BigDecimal value = quantity.getValue();
                    require(value.toPlainString(), words, "target.detail", missing);
                }
            }
            if (target.hasDetailStringType()) {
                require(target.getDetailStringType().getValue(), words, "target.detail", missing);
            }
            if (target.hasDueDateType()) {
                require(target.getDueDateType().getValueAsString(), words, "target.due", missing);
            }
        }
        boolean over = theirs.getLifecycleStatus() == Goal.GoalLifecycleStatus.ONHOLD;
        if (over) {
            require("on hold", words, "lifecycleStatus", missing);
        }
        return missing;
    }

    private static void require(String part, String words, String what, List<String> missing) {
        if (!words.contains(part)) {
            missing.add(what);
        }
    }
}
