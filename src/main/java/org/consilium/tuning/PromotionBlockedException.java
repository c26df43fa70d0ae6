package org.consilium.tuning;

import java.util.List;

/** A model is not served without a waiver; the message says why, for a person. */
public final class PromotionBlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PromotionBlockedException(String model, List<String> blocks) {
        super(
                "%s is held back. %s To serve it all the same, a named person signs with a reason."
                        .formatted(model, String.join(" ", blocks)));
    }
}
