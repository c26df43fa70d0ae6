package org.consilium.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Sex;
import org.consilium.job.InlineJobRunner;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorklistViewModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<PatientSummary> patients = new ArrayList<>();
    private final WorklistViewModel model =
            new WorklistViewModel(
                    () -> List.copyOf(patients), new InlineJobRunner(), Runnable::run, TODAY);

    private void patient(
            String id,
            String family,
            String given,
            @Nullable LocalDate born,
            @Nullable LocalDate lastVisit,
            int medications) {
        patients.add(
                new PatientSummary(
                        1,
                        new Patient(
                                id, family, given, Sex.FEMALE, born, null, null, null, null, null),
                        3,
                        40,
                        2,
                        medications,
                        lastVisit == null ? null : lastVisit.atTime(9, 0)));
    }

    @BeforeEach
    void load() {
        patient("a-1", "Alder", "Ada", LocalDate.of(1950, 1, 2), TODAY.minusMonths(2), 7);
        patient("b-2", "Birch", "Ben", LocalDate.of(2015, 5, 6), TODAY.minusYears(2), 0);
        patient("c-3", "de la Cruz", "Ada", null, null, 5);
        model.load();
    }

    private List<String> shown() {
        return model.rows().stream().map(PatientRow::name).toList();
    }

    @Test
    void everyWordOfTheSearchMustMatchNameOrIdentifier() {
        assertThat(model.countProperty().get()).isEqualTo("3 patients");
        model.searchProperty().set("ADA");
        assertThat(shown()).containsExactly("ALDER, Ada", "DE LA CRUZ, Ada");
        assertThat(model.countProperty().get()).isEqualTo("2 of 3 patients");
        model.searchProperty().set("cruz, ada");
        assertThat(shown()).containsExactly("DE LA CRUZ, Ada");
        model.searchProperty().set("b-2");
        assertThat(shown()).containsExactly("BIRCH, Ben");
        model.searchProperty().set("nobody");
        assertThat(shown()).isEmpty();
    }

    @Test
    void filtersAddUpAndCanBeTakenBack() {
        model.choose(PatientFilter.MANY_MEDICATIONS, true);
        assertThat(shown()).containsExactly("ALDER, Ada", "DE LA CRUZ, Ada");
        model.choose(PatientFilter.OLDER, true);
        assertThat(shown()).containsExactly("ALDER, Ada");
        model.choose(PatientFilter.MANY_MEDICATIONS, false);
        model.choose(PatientFilter.OLDER, false);
        model.choose(PatientFilter.CHILDREN, true);
        assertThat(shown()).containsExactly("BIRCH, Ben");
        model.choose(PatientFilter.CHILDREN, false);
        model.choose(PatientFilter.SEEN_LATELY, true);
        assertThat(shown()).containsExactly("ALDER, Ada");
    }

    @Test
    void aSelectionFromElsewhereIsKeptUntilItIsTakenAway() {
        model.select(new PatientSelection("No medication", Set.of("a-1", "b-2")));
        assertThat(shown()).containsExactly("ALDER, Ada", "BIRCH, Ben");
        assertThat(model.countProperty().get()).isEqualTo("2 of 3 patients");
        model.searchProperty().set("ada");
        assertThat(shown()).containsExactly("ALDER, Ada");
        model.load();
        assertThat(shown()).containsExactly("ALDER, Ada");
        model.select(null);
        assertThat(shown()).containsExactly("ALDER, Ada", "DE LA CRUZ, Ada");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        PatientRow row = model.rows().getLast();
        assertThat(row.age()).isEqualTo("Not known");
        assertThat(row.lastVisit()).isNull();
        assertThat(model.rows().getFirst().age()).isEqualTo("76y");
    }

    @Test
    void aSecondReadingShowsWhoIsNew() {
        patient("d-4", "Dale", "Di", null, null, 0);
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(new ViewState.Loaded<>(4));
        assertThat(shown()).contains("DALE, Di");
    }

    @Test
    void aReadingThatFailsIsSaid() {
        WorklistViewModel broken =
                new WorklistViewModel(
                        () -> {
                            throw new IllegalArgumentException("The store is closed.");
                        },
                        new InlineJobRunner(),
                        Runnable::run,
                        TODAY);
        broken.load();
        assertThat(broken.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("The store is closed."));
    }
}
