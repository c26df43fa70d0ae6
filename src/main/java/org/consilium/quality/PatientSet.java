package org.consilium.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers patients as they are read, one after the other: the same one twice in a row is one. */
final class PatientSet {
    private final List<String> ids = new ArrayList<>(1);
    private @Nullable String last;
    private int count;

    void add(String id) {
        if (id.equals(last)) {
            return;
        }
        last = id;
        count++;
        if (ids.size() < PatientList.MOST) {
            ids.add(id);
        }
    }

    PatientList list() {
        return count == 0 ? PatientList.NOBODY : new PatientList(count, ids);
    }
}
