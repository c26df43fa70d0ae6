package org.consilium.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.consilium.cli.Gateway.BaseModelRequest;
import org.consilium.job.Progress;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.BaseModelMaker;
import org.consilium.tuning.BaseModelOptions;
import org.consilium.tuning.BaseModelReport;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelCards;
import org.consilium.tuning.VisitCollector;
import org.consilium.tuning.VisitOptions;
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
        List<BaseModelOptions> options =
                request.seeds().stream()
                        .map(seed ->
                                BaseModelOptions.of(request.name(), request.population(), seed))
                        .toList();
        // each folder is read once: the visits of all seeds fit into memory, its patients do not
        ConceptMapping mapping =
                request.products()
                        ? ConceptMapping.none()
                        : ConceptMapping.toIngredients(Ingredients.shipped());
        List<VisitCollector> visits =
                options.stream()
                        .map(each ->
                                new VisitCollector(
                                        VisitOptions.asRecorded(each.mostVisits(), each.splitSeed())
                                                .with(mapping)
                                                .of(request.ages())))
                        .toList();
        List<String> sources = new ArrayList<>();
        for (Path folder : request.sources()) {
            SourcePopulation source = SourcePopulation.read(folder, progress);
            visits.forEach(each -> source.patients().forEach(each::add));
            sources.add(source.description());
        }
        BaseModelMaker maker =
                new BaseModelMaker(
                        new DjlFactorTrainer(), encoder, RoutineItems.shipped(), Clock.systemUTC());
        List<EvaluationReport> reports = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            BaseModelMaker.Made made =
                    maker.make(visits.get(i), options.get(i).from(sources), progress);
            reports.add(made.report());
            if (i == 0) {
                new ModelArchive(request.out())
                        .write(made.model(), ModelCards.of(made.model(), made.report()));
            }
        }
        Files.writeString(request.report(), BaseModelReport.of(request.name(), sources, reports));
    }
}
