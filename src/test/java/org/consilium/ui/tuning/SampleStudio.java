package org.consilium.ui.tuning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.job.Job;
import org.consilium.tuning.PatientGroup;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.TopChange;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.tuning.monitor.FactFamily;
import org.consilium.tuning.monitor.MonitorReport;

/** Invented cards, changes and monitors. */
final class SampleStudio implements Studio {
    private final Map<SourceAttribute, Disclosure.Entry> written =
            new EnumMap<>(SourceAttribute.class);
    final List<String> saved = new ArrayList<>();

    static Desk desk(Runnable servingChanged) {
        return new Desk("amara", new SampleStudio(), () -> {}, servingChanged, patient -> {});
    }

    @Override
    public Job<List<TopChange>> changes(String model) {
        return progress ->
                List.of(
                        new TopChange(
                                "p1",
                                LocalDate.of(2026, 3, 1),
                                .42,
                                List.of("Lisinopril", "Amlodipine"),
                                List.of("Amlodipine", "Metformin"),
                                List.of("Diabetes speaks more for Metformin than before (+0.61)")));
    }

    @Override
    public Job<MonitorReport> monitoring(String cohort) {
        return progress ->
                new MonitorReport(
                        1,
                        cohort,
                        "ours",
                        List.of(new MonitorReport.Acceptance("2026-Q1", 31, 52)),
                        Map.of("NOT_INDICATED", 14),
                        Map.of("WILL_MONITOR", 2),
                        LocalDate.of(2025, 3, 1),
                        List.of(
                                new MonitorReport.Drift(FactFamily.CONDITIONS, .31),
                                new MonitorReport.Drift(FactFamily.RESULTS, .04)),
                        List.of(
                                new MonitorReport.Period(
                                        2025,
                                        812,
                                        .97,
                                        .871,
                                        new PatientGroup(PatientGroup.Dimension.AGE, "65-79"),
                                        .031)),
                        List.of(
                                "The mix of conditions has changed: stability index 0.31, from 0.25 on it counts."));
    }

    @Override
    public Disclosure card(String model) {
        List<Disclosure.Entry> entries = new ArrayList<>();
        for (SourceAttribute attribute : SourceAttribute.values()) {
            entries.add(
                    written.getOrDefault(
                            attribute,
                            new Disclosure.Entry(
                                    attribute,
                                    attribute.label(),
                                    attribute == SourceAttribute.OUTPUT
                                            ? "A probability for each treatment."
                                            : Disclosure.NOT_PROVIDED,
                                    null)));
        }
        return new Disclosure(1, model, true, entries, List.of());
    }

    @Override
    public Disclosure write(String model, SourceAttribute attribute, String words, String who) {
        if (words.isEmpty()) {
            written.remove(attribute);
        } else {
            written.put(attribute, new Disclosure.Entry(attribute, attribute.label(), words, who));
        }
        return card(model);
    }

    @Override
    public void savePdf(String model, Path file) {
        saved.add("pdf of " + model);
    }

    @Override
    public void saveJson(String model, Path file) {
        saved.add("json of " + model);
    }

    @Override
    public void saveCapsule(String model, Path file) {
        throw new IllegalArgumentException(model + " has no capsule.");
    }

    @Override
    public SharingService.Shared share(String model, Path file) {
        return new SharingService.Shared(model, "00", "ab:cd", "No more than chance.");
    }

    @Override
    public SharingService.Shared take(Path file, String name) {
        return new SharingService.Shared(name, "00", "ab:cd", "No more than chance.");
    }
}
