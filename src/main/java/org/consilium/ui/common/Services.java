package org.consilium.ui.common;

import org.consilium.cohort.CohortService;
import org.consilium.export.ExportService;
import org.consilium.importing.ImportService;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ClinicalTables;
import org.consilium.plan.DecisionService;
import org.consilium.quality.QualityService;
import org.consilium.recommend.RecommendationService;
import org.consilium.tuning.CardService;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.TuningService;

/** What the window can ask for once somebody has signed in; made by the composition root. */
public record Services(
        String user,
        CohortService cohorts,
        ImportService imports,
        ExportService exports,
        RecommendationService recommendations,
        DecisionService decisions,
        TuningService tuning,
        QualityService quality,
        CardService cards,
        SharingService sharing,
        ClinicalTables tables,
        JobRunner jobs) {}
