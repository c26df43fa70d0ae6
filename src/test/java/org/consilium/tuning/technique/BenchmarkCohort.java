package org.consilium.tuning.technique;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.VisitCollector;
import org.consilium.tuning.VisitOptions;
import org.consilium.tuning.evaluation.Splits;

/** A folder or archive of patients, read without the store. */
public final class BenchmarkCohort {
    private static final int LEAST_COUNT = 3;
    private static final double TEST = .25;
    private static final double VALIDATION = .15;
    private static final List<CohortReader> READERS =
            List.of(new SyntheaReader(), new EventsReader());

    private final VisitCollector collector;
    private final List<String> sites = new ArrayList<>();

    private BenchmarkCohort(int mostVisits) {
        collector = new VisitCollector(VisitOptions.asRecorded(mostVisits, 1));
    }

    /**
     * Synthea's CSV or the events format.
     *
     * @param mostVisits index visits a patient at most, drawn at random
     */
    public static BenchmarkCohort read(Path path, int mostVisits)
            throws IOException, ImportException {
        BenchmarkCohort cohort = new BenchmarkCohort(mostVisits);
        try (Inputs inputs = Inputs.open(List.of(path))) {
            for (CohortReader reader : READERS) {
                if (reader.accepts(inputs)) {
                    reader.read(inputs, cohort.sink(), Progress.NONE);
                    return cohort;
                }
            }
        }
        throw new IOException("neither Synthea's CSV nor the events format");
    }

    private PatientSink sink() {
        return new PatientSink() {
            @Override
            public void patient(Timeline timeline) {
                collector.add(timeline);
                sites.add(Objects.requireNonNullElse(timeline.patient().site(), ""));
            }

            @Override
            public void skipped(String type) {}

            @Override
            public void rejected(ImportIssue issue) {}
        };
    }

    /** The place of care of a patient by its number; empty where none is recorded. */
    public String site(int patient) {
        return sites.get(patient);
    }

    public int patients() {
        return sites.size();
    }

    /**
     * Patients in three parts over the vocabulary of those that are not test patients.
     *
     * @param fitting training visits less the validation's
     * @param validation where a technique's settings are chosen
     * @param train both of them
     */
    public record Parts(
            EncodedVisits fitting,
            EncodedVisits validation,
            EncodedVisits train,
            EncodedVisits test) {}

    public Parts split(long seed) {
        EncodedVisits unnamed =
                collector.encode(new Vocabulary<>(List.of()), new Vocabulary<>(List.of()));
        BitSet training = new BitSet();
        Arrays.stream(Splits.byPatient(unnamed, 0, TEST, seed).train().patients())
                .forEach(training::set);
        EncodedVisits all = collector.encode(training::get, LEAST_COUNT, LEAST_COUNT);
        var outer = Splits.byPatient(all, 0, TEST, seed);
        var inner = Splits.byPatient(outer.train(), 0, VALIDATION, seed);
        return new Parts(inner.train(), inner.test(), outer.train(), outer.test());
    }
}
