package org.consilium.ui.recommendation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.EventKind;
import org.consilium.recommend.Attribution;
import org.jspecify.annotations.Nullable;

/** A fact that can be supposed to be otherwise. */
record WhatIfFact(Attribution fact, EventKind kind) {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?: (.*))?");

    String name() {
        return Wording.name(fact.concept());
    }

    /** How it stands to the patient. */
    String standing() {
        return FactWords.standing(fact);
    }

    /** The number that was measured; null where it is none. */
    @Nullable Double amount() {
        @Nullable Matcher number = number();
        return number == null ? null : Double.valueOf(number.group(1));
    }

    /** The unit of the number; empty without one. */
    String unit() {
        @Nullable Matcher number = number();
        return number == null || number.group(2) == null ? "" : Wording.unit(number.group(2));
    }

    private @Nullable Matcher number() {
        String value = fact.value();
        if (kind != EventKind.OBSERVATION || value == null) {
            return null;
        }
        Matcher matcher = NUMBER.matcher(value);
        return matcher.matches() ? matcher : null;
    }
}
