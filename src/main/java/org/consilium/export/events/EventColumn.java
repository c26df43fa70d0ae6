package org.consilium.export.events;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of events.csv, in the order in which they are written. */
enum EventColumn {
    PATIENT_ID,
    ENCOUNTER_ID,
    START,
    END,
    KIND,
    CODE_SYSTEM,
    CODE,
    DISPLAY,
    VALUE,
    UNIT,
    VALUE_TYPE,
    VALUE_SYSTEM,
    VALUE_CODE,
    LOW,
    HIGH,
    CATEGORY,
    REASON_SYSTEM,
    REASON_CODE,
    REASON_DISPLAY,
    ENCOUNTER_CLASS;

    static List<String> titles() {
        return Stream.of(values()).map(column -> column.name().toLowerCase(Locale.ROOT)).toList();
    }
}
