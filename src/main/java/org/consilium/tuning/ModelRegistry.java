package org.consilium.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.NotFoundException;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.ModelSource;
import org.consilium.store.ModelRepository;
import org.consilium.store.ModelRow;
import org.consilium.store.WaiverRow;
import org.jspecify.annotations.Nullable;

/**
 * Every model there is: base models from the shipped folder, tuned ones from the store. What is
 * served is one immutable snapshot behind one volatile reference; only promote and rollback change
 * it. Thread-safe.
 */
public final class ModelRegistry implements ModelSource {
    private final ModelArchive archive;
    private final ModelRepository repository;
    private volatile @Nullable EvidenceModel served;

    public ModelRegistry(ModelArchive archive, ModelRepository repository) {
        this.archive = archive;
        this.repository = repository;
    }

    @Override
    public EvidenceModel served() {
        EvidenceModel snapshot = served;
        return snapshot == null ? load() : snapshot;
    }

    private synchronized EvidenceModel load() {
        EvidenceModel snapshot = served;
        if (snapshot == null) {
            snapshot = learned(servedName()).evidence();
            served = snapshot;
        }
        return snapshot;
    }

    @Override
    public EvidenceModel named(String name) {
        EvidenceModel snapshot = served();
        return snapshot.name().equals(name) ? snapshot : learned(name).evidence();
    }

    /** Name of what is served: the first base model until another one was promoted. */
    String servedName() {
        return repository.served().orElseGet(this::shippedName);
    }

    private String shippedName() {
        return archive.defaultName()
                .orElseThrow(() ->
                        new NotFoundException(
                                "No base model is installed: the folder models is missing or empty."));
    }

    /** The base model that tuning starts from unless another is named. */
    LearnedModel shipped() {
        return learned(shippedName());
    }

    LearnedModel learned(String name) {
        Optional<LearnedModel> base = archive.read(name);
        if (base.isPresent()) {
            return base.get();
        }
        byte[] bytes = repository.weights(name).orElseThrow(() -> unknown(name));
        try {
            return new ModelFile().read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + name + " in the store is damaged.", e);
        }
    }

    boolean exists(String name) {
        return archive.names().contains(name) || repository.row(name).isPresent();
    }

    List<ModelSummary> summaries() {
        String current = servedName();
        List<ModelSummary> all = new ArrayList<>();
        for (String name : archive.names()) {
            archive.read(name).ifPresent(model -> all.add(summary(model, name.equals(current))));
        }
        for (ModelRow row : repository.rows()) {
            all.add(
                    new ModelSummary(
                            row.name(),
                            row.base(),
                            row.cohort(),
                            row.name().equals(current),
                            row.made(),
                            row.facts(),
                            row.items()));
        }
        return all;
    }

    /**
     * Which concepts each installed base model knows, by name.
     *
     * @param mapping how records are shown to models
     */
    public List<ModelKnowledge> baseKnowledge(ConceptMapping mapping) {
        return archive.names().stream()
                .flatMap(name -> archive.read(name).stream())
                .map(model -> ModelKnowledge.of(model.name(), model.terms(), mapping))
                .toList();
    }

    private static ModelSummary summary(LearnedModel model, boolean served) {
        return new ModelSummary(
                model.name(),
                model.base(),
                model.cohort(),
                served,
                model.provenance().made(),
                model.terms().facts().size(),
                model.terms().items().size());
    }

    String card(String name) {
        return archive.card(name)
                .or(() -> repository.row(name).map(ModelRow::card))
                .orElseThrow(() -> unknown(name));
    }

    /** Whether it comes with the program. */
    boolean isShipped(String name) {
        return archive.names().contains(name);
    }

    /**
     * The record of the run that made a tuned model; empty where it was not tuned here.
     *
     * @throws NotFoundException when there is no such model
     */
    Optional<FineTuneRun> run(String name) {
        ModelRow row = repository.row(name).orElseThrow(() -> unknown(name));
        if (row.base() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(row.record(), FineTuneRun.class));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The record of the run that made " + name + " is damaged.", e);
        }
    }

    void keep(LearnedModel model, String record, String card) throws IOException {
        repository.save(
                new ModelRow(
                        model.name(),
                        model.base(),
                        model.cohort(),
                        model.provenance().made(),
                        model.terms().facts().size(),
                        model.terms().items().size(),
                        record,
                        card),
                new ModelFile().write(model));
    }

    synchronized void promote(String name, @Nullable WaiverRow waiver) {
        EvidenceModel next = learned(name).evidence();
        repository.promote(name, servedName(), waiver);
        served = next;
    }

    synchronized String rollback() {
        String name =
                repository
                        .servedBefore()
                        .orElseThrow(() ->
                                new NotFoundException(
                                        "Nothing was promoted, so there is nothing to roll back."));
        EvidenceModel next = learned(name).evidence();
        repository.rollback();
        served = next;
        return name;
    }

    private static NotFoundException unknown(String name) {
        return new NotFoundException("There is no model called " + name + ".");
    }
}
