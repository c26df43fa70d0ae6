package org.consilium.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.cohort.CohortService;
import org.consilium.store.CardEntryRow;
import org.consilium.store.CardRepository;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.jspecify.annotations.Nullable;

/** Models' source attributes: what the program knows, and what people wrote. Thread-safe. */
public final class CardService {
    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final Deployment deployment;
    private final CardRepository repository;

    public CardService(
            CohortService cohorts,
            ModelRegistry registry,
            Deployment deployment,
            CardRepository repository) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.deployment = deployment;
        this.repository = repository;
    }

    /**
     * @throws NotFoundException when there is no such model
     */
    public Disclosure of(String model) {
        ModelSummary summary =
                registry.summaries().stream()
                        .filter(each -> each.name().equals(model))
                        .findFirst()
                        .orElseThrow(() ->
                                new NotFoundException("There is no model called " + model + "."));
        FineTuneRun run = registry.isShipped(model) ? null : registry.run(model).orElse(null);
        CardFiller filler =
                new CardFiller(
                        summary,
                        run == null ? registry.learned(model).provenance() : run.provenance(),
                        run,
                        served(model));
        Map<String, CardEntryRow> written = new HashMap<>();
        repository.entries(model).forEach(each -> written.put(each.attribute(), each));
        List<Disclosure.Entry> entries = new ArrayList<>();
        for (SourceAttribute attribute : SourceAttribute.values()) {
            entries.add(entry(attribute, filler, written.get(attribute.name())));
        }
        return new Disclosure(
                Disclosure.FORMAT,
                model,
                isSynthetic(summary),
                entries,
                run == null ? List.of() : ReportingItems.of(run));
    }

    private static Disclosure.Entry entry(
            SourceAttribute attribute, CardFiller filler, @Nullable CardEntryRow written) {
        if (written != null && !written.words().isBlank()) {
            return new Disclosure.Entry(
                    attribute, attribute.label(), written.words(), written.who());
        }
        String known = filler.words(attribute).strip();
        return new Disclosure.Entry(
                attribute,
                attribute.label(),
                known.isEmpty() ? Disclosure.NOT_PROVIDED : known,
                null);
    }

    private List<String> served(String model) {
        return deployment.lineage().promotions().stream()
                .filter(each -> each.model().equals(model))
                .map(each -> "from " + each.at())
                .toList();
    }

    private boolean isSynthetic(ModelSummary model) {
        return cohorts.list().stream()
                .filter(cohort -> cohort.name().equals(model.cohort()))
                .map(Cohort::synthetic)
                .findFirst()
                .orElse(registry.isShipped(model.name()));
    }

    /**
     * Writes an attribute; empty words take back what was written.
     *
     * @throws IllegalArgumentException without a name
     */
    public Disclosure write(String model, SourceAttribute attribute, String words, String who) {
        Disclosure before = of(model);
        if (who.isBlank()) {
            throw new IllegalArgumentException("Say who writes on the card.");
        }
        repository.write(before.model(), attribute.name(), words.strip(), who.strip());
        return of(model);
    }

    /** What is written on it by people, for a copy of the model elsewhere. */
    Map<String, String> written(String model) {
        Map<String, String> written = new HashMap<>();
        of(model).attributes().stream()
                .filter(Disclosure.Entry::isProvided)
                .forEach(each ->
                        written.put(each.attribute().name(), Objects.requireNonNull(each.words())));
        return written;
    }

    /** Keeps what another installation says of a model. */
    void keep(String model, Map<String, String> written, String who) {
        written.forEach((attribute, words) -> {
            if (SourceAttribute.of(attribute).isPresent() && !words.isBlank()) {
                repository.write(model, attribute, words, who);
            }
        });
    }
}
