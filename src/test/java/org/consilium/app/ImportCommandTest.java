package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the import command does, on a real store. */
class ImportCommandTest {
    private static final int USAGE = 2;
    private static final int BAD_INPUT = 3;

    @TempDir private Path folder = Path.of("unset");
    private Terminal terminal = new Terminal(Path.of(""));
    private Path labs = Path.of("");

    @BeforeEach
    void make() throws Exception {
        terminal = new Terminal(folder.resolve("home"));
        SampleClinic.makeStore(folder.resolve("home"), 1);
        labs =
                Files.write(
                        folder.resolve("labs.csv"),
                        List.of(
                                "pid,taken,test,result,unit",
                                "p1,2020-01-31,Sodium,138,mmol/L",
                                "p1,never,Sodium,139,mmol/L",
                                "p2,2020-01-31,Sodium,140,mmol/L"));
    }

    private Terminal.Result run(String line, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        List.of(more).forEach(each -> arguments.add(each.toString()));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private Path events() throws IOException {
        Path cohort = Files.createDirectories(folder.resolve("cohort"));
        Files.writeString(
                cohort.resolve("patients.csv"), "patient_id,sex,family_name\np,F,Sample\n");
        Files.writeString(
                cohort.resolve("events.csv"),
                "patient_id,start,kind,display\np,2020-01-01,condition,Asthma\np,x,condition,Gout\n");
        return cohort;
    }

    @Test
    void aDryRunReportsEverythingAndWritesNothing() throws Exception {
        Terminal.Result dry = run("import --dry-run --cohort new", events());

        assertThat(dry.exit()).isZero();
        assertThat(dry.out())
                .contains("new: 1 patients, 0 encounters, 1 events (events)", "rejected: 1")
                .contains("events.csv, line 3, start: The cell is not a date or time.");
        assertThat(dry.messages()).contains("Nothing was written");
        assertThat(run("cohorts").out()).doesNotContain("new");

        assertThat(run("import --cohort new", events()).exit()).isZero();
        assertThat(run("cohorts").out()).contains("new: 1 patients");
    }

    @Test
    void aPreviewNamesFormatFilesEncodingsAndPatients() throws Exception {
        Terminal.Result preview = run("import --preview", events());

        assertThat(preview.exit()).isZero();
        assertThat(preview.out())
                .contains("format: events", "events.csv", "UTF-8", "separated by comma")
                .contains("holds: 1 patients")
                .contains("p, Sample, female, born not known: encounters 0, events 1");
        assertThat(run("import --preview --json", events()).json().get("format").asText())
                .isEqualTo("events");
        assertThat(run("cohorts").out()).contains("clinic").hasLineCount(1);
    }

    @Test
    void anyTableIsReadByASuggestedMappingThatIsKept() throws Exception {
        Terminal.Result unknown = run("import --cohort labs", labs);
        assertThat(unknown.exit()).isEqualTo(BAD_INPUT);
        assertThat(unknown.messages()).contains("no known format");

        Terminal.Result suggested = run("import --suggest-mapping", labs);
        assertThat(suggested.exit()).isZero();
        JsonNode mapping = suggested.json();
        assertThat(mapping.at("/tables/0/patient/id").asText()).isEqualTo("pid");
        Path file = Files.writeString(folder.resolve("map.json"), suggested.out());

        Terminal.Result loaded =
                run("import --cohort labs --save-mapping mine --mapping", file, labs);
        assertThat(loaded.messages()).contains("The mapping is kept as mine.");
        assertThat(loaded.out()).contains("labs: 2 patients, 2 encounters, 2 events (csv)");

        assertThat(run("import --cohort again --mapping mine", labs).exit()).isZero();
        assertThat(run("import --cohort third", labs).messages())
                .contains("The saved mapping mine fits them.");
        assertThat(run("import --preview --mapping mine", labs).out()).contains("format: csv");
        assertThat(run("import --cohort x --mapping nothing", labs).exit()).isEqualTo(BAD_INPUT);
    }

    @Test
    void allRejectedRowsGoIntoAFile() throws Exception {
        Path cohort = events();
        try (PrintWriter rows =
                new PrintWriter(Files.newBufferedWriter(cohort.resolve("events.csv")))) {
            rows.println("patient_id,start,kind,display");
            rows.println("p,2020-01-01,condition,Asthma");
            for (int i = 0; i < 10_050; i++) {
                rows.println("p,2020-01-01,poem,secret");
            }
        }
        Path file = folder.resolve("rejected.csv");
        Terminal.Result result = run("import --cohort new --rejected", file, cohort);

        assertThat(result.exit()).isZero();
        assertThat(Files.readAllLines(file))
                .hasSize(10_051)
                .startsWith(
                        "file,line,resource,field,reason",
                        "events.csv,3,events,kind,The word is none of the kinds that there are.");
        assertThat(file).content().doesNotContain("secret");
    }

    @Test
    void whatDoesNotGoTogetherIsUsage() throws Exception {
        for (String line :
                List.of(
                        "import",
                        "import --dry-run --preview",
                        "import --cohort a --save-mapping b",
                        "import --cohort a --mapping b --format fhir",
                        "import --preview --rejected c")) {
            assertThat(run(line, labs).exit()).as(line).isEqualTo(USAGE);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void toldToEndItLeavesTheCohortAsItWas() throws Exception {
        Path cohort = events();
        try (PrintWriter rows =
                new PrintWriter(Files.newBufferedWriter(cohort.resolve("events.csv")))) {
            rows.println("patient_id,start,kind,display");
            for (int i = 0; i < 4_000_000; i++) {
                rows.println("p,2020-01-01,condition,Asthma");
            }
        }
        Process process = terminal.start("import", "--cohort", "clinic", cohort.toString());
        String line = process.errorReader().readLine();
        assertThat(line).startsWith("Reading events.csv").contains(" MB, 1 patients");
        assertThat(process.toHandle().destroy()).isTrue();
        String last = process.errorReader().lines().reduce("", (before, next) -> next);

        assertThat(process.waitFor()).isNotZero();
        assertThat(last).isEqualTo("Cancelled; nothing was changed.");
        assertThat(run("cohorts").out()).contains("clinic [SYNTHETIC]: 1 patients");
    }
}
