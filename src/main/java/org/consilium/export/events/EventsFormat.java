package org.consilium.export.events;

import java.io.IOException;
import org.consilium.clinical.Cohort;
import org.consilium.export.CohortWriter;
import org.consilium.export.ExportFolder;
import org.consilium.export.ExportFormat;
import org.consilium.export.Losses;

/** patients.csv and events.csv, as docs/formats/events.md has them. */
public final class EventsFormat implements ExportFormat {
    @Override
    public String name() {
        return "events";
    }

    @Override
    public String label() {
        return "Events (CSV)";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public CohortWriter writer(Cohort cohort, ExportFolder folder, Losses losses)
            throws IOException {
        return new EventsWriter(cohort, folder, losses);
    }
}
