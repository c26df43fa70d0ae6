package org.consilium.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;

/**
 * Decides and imports for ever, and says each time that it was told to be done: "decision n" and
 * "import n". Import n brings one more event of each patient of a cohort, after it has kept parts
 * of records as one does that has no room for them.
 */
final class KilledWriter {
    static final int PATIENTS = 150;
    private static final int DECISIONS = 5;

    private KilledWriter() {}

    /** Arguments: home, number of the first decision, number of the first import. */
    public static void main(String[] arguments) {
        try (Database database = TestStores.open(Path.of(arguments[0]))) {
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            DecisionRepository decisions = new DecisionRepository(database);
            int decision = Integer.parseInt(arguments[1]);
            for (int round = Integer.parseInt(arguments[2]); ; round++) {
                put(cohorts, round);
                say("import " + round);
                long cohort = cohorts.byName("Ward 7").orElseThrow().id();
                for (int i = 0; i < DECISIONS; i++) {
                    decisions.add(decision(cohort, decision));
                    say("decision " + decision++);
                }
            }
        }
    }

    private static void put(CohortRepository cohorts, int round) {
        try (ImportSession session = cohorts.beginImport("Ward 7", true)) {
            List<Timeline> month = new ArrayList<>();
            for (int patient = 0; patient < PATIENTS; patient++) {
                month.add(month(round, patient));
            }
            session.keep(month);
            month.forEach(session::put);
            session.commit();
        }
    }

    private static Timeline month(int round, int number) {
        Patient patient = new RandomTimelines(number).next("p" + number, 0, 0).patient();
        Timeline news = new RandomTimelines(1000L * round + number).next("p" + number, 2, 1);
        return new Timeline(patient, news.encounters(), news.events());
    }

    /** Of every verdict in turn. */
    static Decision decision(long cohort, int number) {
        Verdict[] verdicts = Verdict.values();
        Verdict verdict = verdicts[number % verdicts.length];
        return new Decision(
                cohort,
                "p0",
                LocalDateTime.of(2026, 1, 1, 9, 0),
                "base",
                ItemKind.MEDICATION,
                new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG"),
                verdict,
                verdict == Verdict.DECLINED ? Decision.DeclineReason.OTHER : null,
                String.valueOf(number),
                "{}".repeat(number % 1000 + 1),
                "dr.lee",
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of(),
                null,
                verdict == Verdict.MODIFIED ? "half of it" : null,
                verdict == Verdict.SNOOZED ? LocalDate.of(2026, 5, 1) : null);
    }

    /** Straight to the pipe: what stands there was done. */
    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
