package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ShippedTables;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.FactOccurrence;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.Recommender;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Visit;
import org.junit.jupiter.api.Test;

/** The shipped model, made without levels, on the demo's patients, whose results now have some. */
class ServedLevelsTest {
    private static final Path DEMO = Path.of("resources/demo/synthea-washington.zip");

    private static List<Timeline> demo() throws Exception {
        List<Timeline> patients = new ArrayList<>();
        PatientSink sink =
                new PatientSink() {
                    @Override
                    public void patient(Timeline timeline) {
                        patients.add(timeline);
                    }

                    @Override
                    public void skipped(String type) {}

                    @Override
                    public void rejected(ImportIssue issue) {}
                };
        new SyntheaReader().read(List.of(DEMO), sink, Progress.NONE);
        return patients;
    }

    @Test
    void levelsLoseTheShippedModelNothing() throws Exception {
        ClinicalTables tables = ShippedTables.read();
        EvidenceModel model =
                new ModelArchive(Path.of("models"))
                        .read("synthea-general")
                        .orElseThrow()
                        .evidence();
        Recommender recommender = new Recommender(RoutineItems.shipped(), tables.ingredients());
        FactExtractor before = new FactExtractor();
        FactExtractor after = new FactExtractor(tables.levels());
        long levels = 0;
        int compared = 0;
        ConceptMapping mapping =
                ConceptMapping.toIngredients(tables.ingredients())
                        .towards(model.facts(), model.items());
        for (Timeline recorded : demo()) {
            if (recorded.encounters().isEmpty()) {
                continue;
            }
            Timeline patient = mapping.of(recorded).timeline();
            var at = patient.encounters().getLast().start();
            Visit served = after.visitAt(patient, at);
            List<Recommendation> made =
                    recommender.recommend(model, served, Integer.MAX_VALUE, Set.of());
            assertThat(made)
                    .isEqualTo(
                            recommender.recommend(
                                    model,
                                    before.visitAt(patient, at),
                                    Integer.MAX_VALUE,
                                    Set.of()));
            assertThat(drugs(made, tables)).doesNotHaveDuplicates();
            levels += served.facts().stream().filter(ServedLevelsTest::isHighOrLow).count();
            compared++;
        }
        assertThat(compared).isGreaterThan(190);
        assertThat(levels).isGreaterThan(300);
    }

    private static boolean isHighOrLow(FactOccurrence occurrence) {
        return Set.of("high", "low", "critical high", "critical low")
                .contains(occurrence.fact().level());
    }

    private static List<String> drugs(List<Recommendation> made, ClinicalTables tables) {
        List<String> drugs = new ArrayList<>();
        for (Recommendation each : made) {
            String drug = tables.ingredients().key(each.item());
            if (drug != null && each.kind() == ItemKind.MEDICATION) {
                drugs.add(drug);
            }
        }
        return drugs;
    }

    @Test
    void everyMedicineOfTheDemoHasIngredients() throws Exception {
        ClinicalTables tables = ShippedTables.read();
        Set<Concept> medicines = new HashSet<>();
        for (Timeline patient : demo()) {
            patient.events().stream()
                    .filter(event -> event.kind() == EventKind.MEDICATION)
                    .forEach(event -> medicines.add(event.concept()));
        }
        assertThat(medicines).hasSizeGreaterThan(120);
        assertThat(medicines).allMatch(each -> tables.ingredients().key(each) != null);
    }
}
