package org.consilium.ui.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.consilium.export.card.ModelCardFiles;
import org.consilium.files.WholeFile;
import org.consilium.job.Job;
import org.consilium.tuning.Reproducer;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.TopChange;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.tuning.monitor.MonitorReport;
import org.consilium.ui.common.Services;

/**
 * What the screen asks of cards, sharing and the monitor. Called off the UI thread only, but for
 * the jobs.
 */
interface Studio {
    Job<List<TopChange>> changes(String model);

    Job<MonitorReport> monitoring(String cohort);

    Disclosure card(String model);

    Disclosure write(String model, SourceAttribute attribute, String words, String who);

    void savePdf(String model, Path file) throws IOException;

    void saveJson(String model, Path file) throws IOException;

    void saveCapsule(String model, Path file) throws IOException;

    SharingService.Shared share(String model, Path file) throws IOException;

    SharingService.Shared take(Path file, String name) throws IOException;

    static Studio of(Services services) {
        return new Studio() {
            private static final int SHOWN = 10;

            @Override
            public Job<List<TopChange>> changes(String model) {
                return services.tuning().changes(model, SHOWN);
            }

            @Override
            public Job<MonitorReport> monitoring(String cohort) {
                return services.tuning().monitoring(cohort);
            }

            @Override
            public Disclosure card(String model) {
                return services.cards().of(model);
            }

            @Override
            public Disclosure write(
                    String model, SourceAttribute attribute, String words, String who) {
                return services.cards().write(model, attribute, words, who);
            }

            @Override
            public void savePdf(String model, Path file) throws IOException {
                ModelCardFiles.pdf(card(model), file);
            }

            @Override
            public void saveJson(String model, Path file) throws IOException {
                ModelCardFiles.json(card(model), file);
            }

            @Override
            public void saveCapsule(String model, Path file) throws IOException {
                String text = Reproducer.text(services.tuning().reproducer().capsule(model));
                WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public SharingService.Shared share(String model, Path file) throws IOException {
                return services.sharing().write(model, file);
            }

            @Override
            public SharingService.Shared take(Path file, String name) throws IOException {
                return services.sharing().take(file, name);
            }
        };
    }
}
