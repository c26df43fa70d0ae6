package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.SamplePatient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryPdfTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);

    @TempDir private Path folder = Path.of("unset");

    private record Page(int pages, String text) {}

    private Page page(Timeline timeline, boolean synthetic) throws IOException {
        Path file = folder.resolve("summary.pdf");
        PatientSummaryFile.write(timeline, synthetic, ShippedTables.read(), null, TODAY, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return new Page(document.getNumberOfPages(), reader.getText(document));
        }
    }

    @Test
    void onePageSaysWhoAndWhatWithUnitsAndDates() throws Exception {
        Page page = page(SamplePatient.timeline(), true);

        assertThat(page.pages()).isEqualTo(1);
        assertThat(page.text())
                .contains(
                        "OKONKWO-HALE, Miriam",
                        "05-Sep-1961 (63y)",
                        "Allergy to amoxicillin",
                        "Essential hypertension",
                        "8.2 %",
                        "11-Feb-2025",
                        "146 mmHg",
                        "Latex allergy");
        assertThat(page.text()).doesNotContain("Anemia");
    }

    @Test
    void theWatermarkIsThereWhereNobodyIsRealAndOnlyThere() throws Exception {
        assertThat(page(SamplePatient.timeline(), true).text()).contains("SYNTHETIC DATA");
        assertThat(page(SamplePatient.timeline(), false).text()).doesNotContain("SYNTHETIC");
    }

    @Test
    void manyProblemsAndAllergiesStayOnOnePageAndAreCounted() throws Exception {
        Timeline sample = SamplePatient.timeline();
        List<ClinicalEvent> events = new ArrayList<>(sample.events());
        for (int i = 0; i < 40; i++) {
            events.add(event(EventKind.CONDITION, "p" + i, "Problem number " + i, null));
            events.add(event(EventKind.MEDICATION, "m" + i, "Medicine number " + i, null));
        }
        for (int i = 0; i < 8; i++) {
            events.add(
                    event(
                            EventKind.ALLERGY,
                            "a" + i,
                            "Allergy to substance " + i,
                            new Value.Text("Hives (mild); high risk")));
        }
        Page page = page(new Timeline(sample.patient(), sample.encounters(), events), true);

        assertThat(page.pages()).isEqualTo(1);
        assertThat(page.text()).contains("Allergy to substance 7: Hives (mild); high risk");
        assertThat(page.text()).containsPattern("and [0-9]+ more in the record");
    }

    @Test
    void whatIsNotKnownIsSaid() throws Exception {
        Timeline sample = SamplePatient.timeline();
        Page page = page(new Timeline(sample.patient(), sample.encounters(), List.of()), true);

        assertThat(page.text().split("Not known", -1)).hasSizeGreaterThanOrEqualTo(5);
    }

    private static Timeline named(String family, String given) {
        Timeline sample = SamplePatient.timeline();
        Patient patient = sample.patient();
        return new Timeline(
                new Patient(
                        patient.id(),
                        family,
                        given,
                        patient.sex(),
                        patient.birthDate(),
                        patient.deathDate(),
                        patient.race(),
                        patient.ethnicity(),
                        patient.language(),
                        patient.site()),
                sample.encounters(),
                sample.events());
    }

    @Test
    void namesFromRightToLeftAreDrawnAndCanBeSearchedFor() throws Exception {
        for (String family :
                List.of(
                        "\u0627\u0644\u062d\u062f\u0651\u0627\u062f",
                        "\u05db\u05d4\u05df\u05be\u05dc\u05d5\u05d9")) {
            Page page = page(named(family, "L."), true);
            assertThat(page.text()).doesNotContain("?");
            try (PDDocument document = Loader.loadPDF(folder.resolve("summary.pdf").toFile())) {
                PDResources resources = document.getPage(0).getResources();
                List<String> said = new ArrayList<>();
                for (COSName name : resources.getPropertiesNames()) {
                    said.add(
                            resources
                                    .getProperties(name)
                                    .getCOSObject()
                                    .getString(COSName.ACTUAL_TEXT));
                }
                assertThat(said).contains(family + ", L.");
            }
        }
    }

    @Test
    void aNameThatCannotBePrintedIsSaidToBeOne() throws Exception {
        assertThat(page(named("\u7530\u4e2d", "\u82b1\u5b50"), true).text())
                .contains("go by the identifier");
    }

    private static ClinicalEvent event(
            EventKind kind, String code, String name, @Nullable Value value) {
        return new ClinicalEvent(
                kind,
                Category.NONE,
                SamplePatient.snomed(code, name),
                null,
                TODAY.minusYears(2).atStartOfDay(),
                null,
                value,
                null);
    }
}
