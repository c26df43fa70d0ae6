package org.consilium.recommend.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged table is refused with file, line and reason. */
class SafetyTableTest {
    private static final String HEADER =
            """
            # two lines of comment
            # before the header
            id,medicine,form,when,verdict,sentence,document,section,date,link,confirmed,checked
            """;

    private static final String GOOD =
            "te-st,aspirin,,age <16 years,caution,Not for children.,Label,4,2024,https://fda.gov,read,2026-11-25";

    private static List<SafetyRule> read(String rows) throws IOException {
        Terms terms = new Terms(Charted.TABLES.ingredients()::isKnown);
        CriterionParser parser = new CriterionParser(terms, Problems.shipped(), Measures.shipped());
        return SafetyTable.read(
                new StringReader(HEADER + rows),
                "age.csv",
                row -> SafetyRule.of(Family.AGE, row, terms, parser));
    }

    @Test
    void aWholeRowIsARule() throws IOException {
        assertThat(read(GOOD)).extracting(SafetyRule::id).containsExactly("te-st");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    aspirin|asprin|there is no class or ingredient asprin.
                    age <16 years|age <16 yers|age <16 yers is no condition.
                    age <16 years|is small|"is small" is no condition.
                    age <16 years|has gout|there is no problem gout.
                    age <16 years|bilirubin >3|there is no measure bilirubin.
                    caution|careful|the verdict is neither contraindicated nor caution.
                    children.|children|the sentence does not end in a full stop.
                    https://fda.gov|the web|the source has no address or DOI.
                    Label,4|,4|the column document is empty.
                    2026-11-25|lately|the day on which it was checked is missing.
                    te-st|T 1|the id T 1 is not made of lower-case words and hyphens.
                    ,2026-11-25|''|the row does not have every column.
                    """)
    void aRowThatIsNoneIsRefused(String part, String instead, String reason) {
        String bad = GOOD.replace(part, instead);
        assertThatThrownBy(() -> read(GOOD + "\n" + bad + "\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("age.csv, line 5: " + reason);
    }
}
