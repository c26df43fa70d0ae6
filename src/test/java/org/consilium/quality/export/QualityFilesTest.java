package org.consilium.quality.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.quality.QualityJson;
import org.consilium.quality.QualityReport;
import org.consilium.quality.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read back as others would read them. */
class QualityFilesTest {
    @TempDir private Path folder = Path.of("unset");

    private static QualityReport named(String cohort, boolean synthetic) {
        QualityReport report = Records.messy();
        return new QualityReport(
                report.format(),
                cohort,
                synthetic,
                report.imported(),
                report.computed(),
                report.patients(),
                report.visits(),
                report.events(),
                report.score(),
                report.findings(),
                report.tests(),
                report.units(),
                report.codes(),
                report.unmapped(),
                report.models());
    }

    private PDDocument pdf(QualityReport report) throws IOException {
        Path file = folder.resolve("report.pdf");
        QualityFiles.pdf(report, file);
        return Loader.loadPDF(file.toFile());
    }

    @Test
    void thePdfSaysWhatTheReportSaysAndNamesNobody() throws IOException {
        try (PDDocument document = pdf(named("Riverside", false))) {
            String text = new PDFTextStripper().getText(document);

            assertThat(document.getNumberOfPages()).isBetween(1, 3);
            assertThat(text)
                    .contains("Data quality", "Riverside", "43 patients")
                    .contains("Birth date not known", "1 of 43 patients")
                    .contains("Barking cough", "text only", "Glucose", "mmol/L")
                    .contains("Page 1 of " + document.getNumberOfPages(), "24-Nov-2026")
                    .contains("each counted equally")
                    .doesNotContain("SYNTHETIC", "nobirth", "Okafor");
        }
    }

    @Test
    void everyPageOfASyntheticCohortSaysSo() throws IOException {
        try (PDDocument document = pdf(named("Riverside", true))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("SYNTHETIC DATA");
            }
        }
    }

    @Test
    void theTypefaceIsInside() throws IOException {
        try (PDDocument document = pdf(named("Riverside", true))) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("NotoSans");
            }
        }
    }

    @Test
    void aNameOfOtherScriptsOrOfAnyLengthIsNoObstacle() throws IOException {
        String odd = "\u5185\u79d1 \u0645\u0631\u0636\u0649 \ud83c\udfe5\tWard\n" + "x".repeat(900);
        try (PDDocument document = pdf(named(odd, true))) {
            // what runs from right to left is drawn, and said beside the drawing
            PDResources resources = document.getPage(0).getResources();
            List<String> said = new ArrayList<>();
            for (COSName name : resources.getPropertiesNames()) {
                said.add(
                        resources
                                .getProperties(name)
                                .getCOSObject()
                                .getString(COSName.ACTUAL_TEXT));
            }
            assertThat(said)
                    .anySatisfy(line ->
                            assertThat(line)
                                    .contains("?? \u0645\u0631\u0636\u0649", "Ward", "\u2026"));
        }
    }

    @Test
    void theJsonIsTheReport() throws IOException {
        Path file = folder.resolve("report.json");
        QualityFiles.json(Records.messy(), file);

        assertThat(QualityJson.read(Files.readString(file))).contains(Records.messy());
    }

    @Test
    void whatFailsLeavesTheEarlierReportAndNothingBeside() throws IOException {
        Path file = folder.resolve("report.json");
        QualityFiles.json(Records.messy(), file);
        String earlier = Files.readString(file);
        // the new one can't be made beside it: its place is taken
        Path place = Files.createDirectories(folder.resolve(".report.json.new/taken"));

        assertThatThrownBy(() -> QualityFiles.json(named("Riverside", true), file))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> QualityFiles.pdf(named("Riverside", true), file))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent(earlier);

        Files.delete(place);
        QualityFiles.json(named("Riverside", true), file);
        assertThat(QualityJson.read(Files.readString(file))).contains(named("Riverside", true));
        assertThat(folder.toFile().list()).containsExactly("report.json");
    }
}
