package org.consilium.ui.recommendation;

import java.util.List;
import org.consilium.clinical.Decision.OverrideReason;

/** Why something is accepted although it is contraindicated. */
public final class OverridePane extends ReasonPane<OverrideReason> {
    public OverridePane() {
        super(
                "Why all the same? The reason is kept with your name.",
                "override",
                List.of(OverrideReason.values()),
                Wording::override);
    }
}
