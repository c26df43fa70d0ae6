package org.consilium.ui.recommendation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.job.InlineJobRunner;
import org.consilium.plan.DecisionService;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.DecisionRepository;
import org.consilium.store.ImportSession;
import org.consilium.store.TestStores;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;

/**
 * Decides for ever through what the screen is bound to, over a real store, and says each time what
 * the screen says. Arguments: home.
 */
final class KilledDesk {
    static final String COHORT = "Ward 7";

    private KilledDesk() {}

    public static void main(String[] arguments) {
        try (Database database = TestStores.open(Path.of(arguments[0]))) {
            CohortRepository cohorts = new CohortRepository(database, Clock.systemUTC());
            if (cohorts.byName(COHORT).isEmpty()) {
                try (ImportSession session = cohorts.beginImport(COHORT, true)) {
                    session.put(SamplePatient.timeline());
                    session.commit();
                }
            }
            long cohort = cohorts.byName(COHORT).orElseThrow().id();
            SampleAdvice advice = new SampleAdvice();
            advice.keepIn(new DecisionService(new DecisionRepository(database)));
            RecommendationsViewModel model =
                    new RecommendationsViewModel(
                            advice,
                            new InlineJobRunner(),
                            Runnable::run,
                            Clock.systemUTC(),
                            "amara",
                            cohort,
                            SamplePatient.patient().id());
            model.load(SamplePatient.LATEST);
            decide(model);
        }
    }

    private static void decide(RecommendationsViewModel model) {
        LocalDate later = SamplePatient.LATEST.toLocalDate().plusDays(90);
        for (int round = 0; ; round++) {
            model.select(model.rows().get(round % model.rows().size()));
            model.accept();
            say(model);
            model.decline(DeclineReason.NOT_INDICATED, null);
            say(model);
            model.modify("half of it", null);
            say(model);
            model.snooze(later, null);
            say(model);
            model.undo();
            say(model);
        }
    }

    private static void say(RecommendationsViewModel model) {
        RecommendationRow row = model.selectedProperty().get();
        byte[] line =
                ((row == null ? "" : row.stateWords()) + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
