package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityReportTest {
    @Test
    void whatIsWrittenAsJsonIsReadBack() {
        QualityReport report = Records.messy();

        assertThat(QualityJson.read(QualityJson.text(report))).contains(report);
        assertThat(QualityJson.read(QualityJson.compact(report))).contains(report);
    }

    @Test
    void theFormIsTheDocumentedOne() throws Exception {
        JsonNode json = new ObjectMapper().readTree(QualityJson.text(Records.messy()));

        assertThat(json.get("format").asInt()).isEqualTo(1);
        assertThat(json.get("imported").asText()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(json.at("/score/parts/0/item").asText()).isEqualTo("demographics");
        JsonNode finding = json.at("/findings/0");
        assertThat(finding.get("check").asText()).isEqualTo("birth_date_missing");
        assertThat(finding.get("found").asInt()).isEqualTo(1);
        assertThat(finding.at("/patients/ids/0").asText()).isEqualTo("nobirth");
        assertThat(json.at("/unmapped/0/concept/system/uri").isTextual()).isTrue();
    }

    @Test
    void anAnonymousReportHasTheSameCountsAndNobodysIdentifier() {
        QualityReport report = Records.messy();
        String text = QualityJson.text(report.anonymous());

        assertThat(QualityJson.text(report)).contains("\"nobirth\"", "\"dead\"");
        assertThat(text).doesNotContain("\"nobirth\"", "\"dead\"", "\"s0\"");
        assertThat(report.anonymous().findings())
                .extracting(Finding::found)
                .isEqualTo(report.findings().stream().map(Finding::found).toList());
        assertThat(report.anonymous().finding(QualityCheck.SAME_PERSON).patients().count())
                .isEqualTo(report.finding(QualityCheck.SAME_PERSON).patients().count());
    }

    @Test
    void anotherFormatOrNoReportIsNone() {
        String text = QualityJson.text(Records.messy());

        assertThat(QualityJson.read(text.replace("\"format\" : 1", "\"format\" : 2"))).isEmpty();
        assertThat(QualityJson.read("{")).isEmpty();
        assertThat(QualityJson.read(text.replace("\"format\"", "\"later\" : {}, \"format\"")))
                .as("fields of later versions")
                .isPresent();
    }

    @Test
    void theScoreIsTheMeanOfItsPartsAndFullOnlyWhereNothingIsWrong() {
        QualityScore score =
                QualityScore.of(
                        List.of(
                                new QualityScore.Part(ScoreItem.VISITS, 1, 2),
                                new QualityScore.Part(ScoreItem.VALUES, 0, 0),
                                new QualityScore.Part(ScoreItem.CODED, 4, 4)));

        assertThat(score.points()).isEqualTo(75);
        assertThat(score.parts()).hasSize(2);
        assertThat(QualityScore.words(99.99)).isEqualTo("99");
        assertThat(QualityScore.words(100.0)).isEqualTo("100");
        assertThat(Records.report().score().points()).isNull();
        assertThat(Records.report().score().words()).isEqualTo("\u2013");
    }

    @Test
    void sharesNeverRoundToNothingOrEverything() {
        assertThat(Shares.words(0, 10)).isEqualTo("0%");
        assertThat(Shares.words(1, 100_000)).isEqualTo("<0.1%");
        assertThat(Shares.words(99_999, 100_000)).isEqualTo(">99.9%");
        assertThat(Shares.words(1, 8)).isEqualTo("12.5%");
        assertThat(Shares.words(10, 10)).isEqualTo("100%");
        assertThat(Shares.words(0, 0)).isEqualTo("\u2013");
    }

    @Test
    void identifiersAreBoundedAndTheCountIsNot() {
        PatientSet set = new PatientSet();
        for (int i = 0; i < PatientList.MOST + 5; i++) {
            set.add("p" + i);
            set.add("p" + i);
        }

        assertThat(set.list().count()).isEqualTo(PatientList.MOST + 5);
        assertThat(set.list().ids()).hasSize(PatientList.MOST);
    }

    @Test
    void aPartOfTheScoreOpensEverybodyWhoLowersIt() {
        assertThat(Records.messy().patients(ScoreItem.PLAUSIBLE_DATES.checks()).ids())
                .containsExactly("dead");
        assertThat(Records.messy().patients(ScoreItem.VISITS.checks()).count()).isZero();
    }
}
