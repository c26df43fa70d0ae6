package org.consilium.ui.recommendation;

import java.util.List;
import org.consilium.clinical.Decision.DeclineReason;

/** Why a recommendation is declined. */
public final class DeclinePane extends ReasonPane<DeclineReason> {
    public DeclinePane() {
        super("Why not?", "decline", List.of(DeclineReason.values()), Wording::reason);
    }
}
