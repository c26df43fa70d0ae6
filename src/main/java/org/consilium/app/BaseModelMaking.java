package org.consilium.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.cli.Gateway.BaseModelRequest;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.recommend.RoutineItems;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.BaseModelMaker;
import org.consilium.tuning.BaseModelOptions;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelCards;
import org.consilium.tuning.VisitCollector;
import org.consilium.tuning.factor.TextEncoder;

/** From Synthea folders to a base model with its card and a report of every seed. */
final class BaseModelMaking {
    private BaseModelMaking() {}

    static void make(BaseModelRequest request, Progress progress) throws Exception {
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            make(request, encoder, progress);
        }
    }

    private static void make(BaseModelRequest request, TextEncoder encoder, Progress progress)
            throws Exception {
        List<String> cards = new ArrayList<>();
        for (long seed : request.seeds()) {
            BaseModelOptions options =
                    BaseModelOptions.of(request.name(), request.population(), seed);
            VisitCollector visits = new VisitCollector(options.mostVisits(), seed);
            for (Path source : request.sources()) {
                collect(source, visits, progress);
            }
            BaseModelMaker.Made made =
                    new BaseModelMaker(
                                    new DjlFactorTrainer(),
                                    encoder,
                                    RoutineItems.shipped(),
                                    Clock.systemUTC())
                            .make(visits, options, progress);
            String card = ModelCards.of(made.model(), made.report());
            if (cards.isEmpty()) {
                new ModelArchive(request.out()).write(made.model(), card);
            }
            cards.add(card);
        }
        Files.writeString(request.report(), String.join("\n\n", cards));
    }

    private static void collect(Path source, VisitCollector visits, Progress progress)
            throws Exception {
        // Synthea writes patients in the order in which its threads finish: sorted, the same seed
        // gives the same model
        List<Timeline> patients = new ArrayList<>();
        CohortReader reader = new SyntheaReader();
        reader.read(List.of(source), new Keeping(patients), progress);
        patients.sort(Comparator.comparing(timeline -> timeline.patient().id()));
        patients.forEach(visits::add);
    }

    private record Keeping(List<Timeline> patients) implements PatientSink {
        @Override
        public void patient(Timeline timeline) {
            patients.add(timeline);
        }

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {}
    }
}
