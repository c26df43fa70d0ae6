package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.consilium.tuning.Ages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes a base model of Synthea CSV folders and measures it. */
@Command(
        name = "base-model",
        description = "Makes a base model of Synthea CSV folders and measures it.")
final class BaseModelCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ConsiliumCommand parent;

    @Option(
            names = "--source",
            required = true,
            arity = "1..*",
            description = "Synthea CSV folders.")
    private List<Path> sources = List.of();

    @Option(names = "--name", required = true, description = "Name of the model.")
    private String name = "";

    @Option(
            names = "--population",
            required = true,
            description = "The population in words, for the card.")
    private String population = "";

    @Option(
            names = "--seeds",
            split = ",",
            description = "One model is made and measured a seed; the first is kept.")
    private List<Long> seeds = List.of(1L, 2L);

    @Option(
            names = "--ages",
            converter = AgesConverter.class,
            paramLabel = "FROM-TO",
            description = "Only visits of patients of these ages: 0-17, 65- (default: all).")
    private Ages ages = Ages.ALL;

    @Option(
            names = "--products",
            description =
                    "Medications as products, to compare with other work; a model that is served has them by ingredient.")
    private boolean products;

    @Option(names = "--out", required = true, description = "Folder for the model and its card.")
    private Path out = Path.of("models");

    @Option(names = "--report", required = true, description = "Markdown file for all evaluations.")
    private Path report = Path.of("report.md");

    @Override
    public Integer call() throws Exception {
        ConsiliumCommand command = Objects.requireNonNull(parent);
        command.gateway()
                .makeBaseModel(
                        new Gateway.BaseModelRequest(
                                sources, name, population, seeds, ages, products, out, report),
                        command.console());
        return Exit.DONE;
    }
}
