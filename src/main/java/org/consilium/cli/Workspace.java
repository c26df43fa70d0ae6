package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.cohort.CohortService;
import org.consilium.export.ExportService;
import org.consilium.importing.ImportService;
import org.consilium.plan.DecisionService;
import org.consilium.quality.QualityService;
import org.consilium.recommend.RecommendationService;
import org.consilium.tuning.CardService;
import org.consilium.tuning.FederationService;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.TuningService;

/** What a command can ask for once the store is open; closing it closes the store. */
public interface Workspace extends AutoCloseable {
    CohortService cohorts();

    ImportService imports();

    ExportService exports();

    RecommendationService recommendations();

    DecisionService decisions();

    TuningService tuning();

    FederationService federation();

    QualityService quality();

    /**
     * Writes a patient's one-page summary as PDF, as of the latest visit.
     *
     * @throws NotFoundException when there is no such patient, or the record has no visit
     */
    void writeSummary(Cohort cohort, String patient, Path file) throws IOException;

    CardService cards();

    SharingService sharing();

    @Override
    void close();
}
