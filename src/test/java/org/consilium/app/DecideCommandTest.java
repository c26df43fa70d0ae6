package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding, the care plan, and why not, on the command line. */
class DecideCommandTest {
    private static final int BAD_INPUT = 3;
    private static final int USAGE = 2;
    private static final List<String> PATIENT = List.of("--cohort", "clinic", "--patient", "p004");

    @TempDir private Path folder = Path.of("unset");

    private Terminal terminal = new Terminal(Path.of(""));
    private String item = "";

    @BeforeEach
    void makeClinic() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        Path home = folder.resolve("home");
        SampleClinic.makeStore(home, 40);
        terminal = new Terminal(home).with("CONSILIUM_MODELS", folder.resolve("models").toString());
        item = run("recommend", "--json").json().at("/items/0/code").asText();
    }

    private Terminal.Result run(String command, String... arguments) {
        String[] line = new String[1 + PATIENT.size() + arguments.length];
        line[0] = command;
        for (int i = 0; i < PATIENT.size(); i++) {
            line[1 + i] = PATIENT.get(i);
        }
        System.arraycopy(arguments, 0, line, 1 + PATIENT.size(), arguments.length);
        return terminal.run(line);
    }

    @Test
    void whatIsAcceptedIsInThePlanUntilItIsTakenBack() {
        JsonNode decision =
                run("decide", "--item", item, "--modify", "half of it", "--note", "frail", "--json")
                        .json();
        assertThat(decision.get("verdict").asText()).isEqualTo("modified");
        assertThat(decision.get("change").asText()).isEqualTo("half of it");
        JsonNode plan = run("plan", "--json").json();
        assertThat(plan).hasSize(1);
        assertThat(plan.get(0).get("code").asText()).isEqualTo(item);
        assertThat(plan.get(0).get("note").asText()).isEqualTo("frail");
        assertThat(run("plan").out()).contains("as: half of it");

        assertThat(run("decide", "--item", item, "--undo").exit()).isZero();
        assertThat(run("plan").messages()).contains("The care plan is empty.");
        JsonNode all = run("plan", "--all", "--json").json();
        assertThat(all).hasSize(2);
        assertThat(all.get(1).get("verdict").asText()).isEqualTo("undone");
        assertThat(run("decide", "--item", item, "--undo").exit()).isEqualTo(BAD_INPUT);
    }

    @Test
    void declinedAndPutOffAreNotInThePlan() {
        assertThat(run("decide", "--item", item, "--decline", "not_indicated").out())
                .startsWith("Recorded: declined ");
        assertThat(run("decide", "--item", item, "--put-off", "2099-01-01").out())
                .startsWith("Recorded: snoozed ");
        assertThat(run("plan", "--json").json()).isEmpty();
        Terminal.Result early = run("decide", "--item", item, "--put-off", "1999-01-01");
        assertThat(early.exit()).isNotZero();
        assertThat(early.messages()).contains("Choose a day after the visit");
    }

    @Test
    void whatIsNotWithheldCannotBeOverriddenAndAChoiceIsNeeded() {
        Terminal.Result override = run("decide", "--item", item, "--override", "other");
        assertThat(override.exit()).isNotZero();
        assertThat(override.messages()).contains("nothing to override");
        assertThat(run("decide", "--item", item).exit()).isEqualTo(USAGE);
        assertThat(run("decide", "--item", item, "--accept", "--undo").exit()).isEqualTo(USAGE);
        assertThat(run("plan", "--all", "--json").json()).isEmpty();
    }

    @Test
    void whySaysWhereAnItemStandsAndAddsUp() {
        JsonNode place = run("why", "--item", item, "--json").json().get("place");
        assertThat(place.get("why").asText()).isEqualToIgnoringCase("ranked");
        double sum = place.at("/item/bias").asDouble();
        for (JsonNode share : place.at("/item/attributions")) {
            sum += share.get("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(place.at("/item/score").asDouble(), within(1e-4));
        assertThat(run("why", "--item", item).out()).contains("starting point, any visit");
        Terminal.Result unknown = run("why", "--item", "unobtainium");
        assertThat(unknown.exit()).isEqualTo(BAD_INPUT);
        assertThat(unknown.messages()).contains("never saw it started");
    }

    @Test
    void theCohortIsLookedThroughAndSmallCountsAreNotShown() {
        Terminal.Result result = run("why", "--item", item, "--cohort-evidence");
        assertThat(result.exit()).as(result.messages()).isZero();
        assertThat(result.out()).contains("in 9 of 10 of 50 draws", "Association, not cause.");
        JsonNode cohort =
                run("why", "--item", item, "--cohort-evidence", "--json").json().get("cohort");
        assertThat(cohort.get("patients").asInt()).isEqualTo(39);
        for (JsonNode received : cohort.get("received")) {
            int count = received.get("count").asInt();
            assertThat(count == 0 || count >= 10).isTrue();
        }
    }

    @Test
    void whatCannotChangeCannotBeSupposedAway() {
        Terminal.Result age = run("why", "--item", item, "--without", "sex-female");
        assertThat(age.exit()).isEqualTo(BAD_INPUT);
        assertThat(age.messages()).contains("age, sex and what is past can't");
    }
}
