package org.consilium.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Timeline;
import org.consilium.store.ImportSession;

/** Keeps in the store, with the import and for as long as that. */
record StoreSpill(ImportSession session, long budget) implements Spill {
    @Override
    public void keep(List<Timeline> parts) {
        session.keep(parts);
    }

    @Override
    public Map<String, List<Timeline>> kept(Collection<String> patients) {
        return session.kept(patients);
    }
}
