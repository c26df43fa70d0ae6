package org.consilium.ui.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.importing.mapping.MappedRow;
import org.consilium.importing.mapping.MappingService;
import org.consilium.importing.mapping.MappingSuggestion;
import org.consilium.importing.mapping.TableBeginning;
import org.consilium.importing.mapping.TableMapping;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * One mapping being made: columns and what they are, and what that makes of ten rows. UI thread.
 */
public final class MappingViewModel {
    private static final int ROWS = 10;

    private final MappingService mappings;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ViewState<List<MappingSheet>>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyObjectWrapper<List<MappedRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ColumnMapping>> saved =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper questions = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable String> kind = new SimpleObjectProperty<>();
    private final BooleanProperty dayIsVisit = new SimpleBooleanProperty();
    private final BooleanProperty decimalComma = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private List<Path> paths = List.of();
    private List<TableBeginning> beginnings = List.of();
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);
    private int asked;

    /**
     * @param ui runs what changes properties
     */
    public MappingViewModel(MappingService mappings, JobRunner jobs, Executor ui) {
        this.mappings = mappings;
        this.jobs = jobs;
        this.ui = ui;
    }

    /** The tables, one sheet each. */
    ReadOnlyObjectProperty<ViewState<List<MappingSheet>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The first rows as the choices make them. */
    ReadOnlyObjectProperty<List<MappedRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Saved mappings that fit the files. */
    ReadOnlyObjectProperty<List<ColumnMapping>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** What is to be put right before the choices can be used; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the suggestion could not know. */
    ReadOnlyStringProperty questionsProperty() {
        return questions.getReadOnlyProperty();
    }

    /** What every row records, where no column says it. */
    ObjectProperty<@Nullable String> kindProperty() {
        return kind;
    }

    BooleanProperty dayIsVisitProperty() {
        return dayIsVisit;
    }

    BooleanProperty decimalCommaProperty() {
        return decimalComma;
    }

    /** By which it is kept for next time; empty: it is not. */
    StringProperty nameProperty() {
        return name;
    }

    /** Looks at files and suggests what their columns are. */
    public void open(List<Path> files) {
        paths = List.copyOf(files);
        state.set(new ViewState.Running<>());
        settled =
                jobs.io(
                                work ->
                                        new Opened(
                                                mappings.beginnings(files, ROWS).run(work),
                                                mappings.suggesting(files).run(work),
                                                mappings.fitting(files).run(work)),
                                Progress.NONE)
                        .whenCompleteAsync(this::opened, ui);
    }

    private record Opened(
            List<TableBeginning> beginnings,
            MappingSuggestion suggestion,
            List<ColumnMapping> saved) {}

    private void opened(@Nullable Opened found, @Nullable Throwable failure) {
        if (found == null) {
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no table") : failure));
            return;
        }
        beginnings = found.beginnings();
        saved.set(found.saved());
        questions.set(
                String.join(
                        "\n",
                        found.suggestion().questions().stream()
                                .map(question -> question.column() + ": " + question.sentence())
                                .toList()));
        use(found.saved().isEmpty() ? found.suggestion().mapping() : found.saved().getFirst());
    }

    /** Sets every choice to what a mapping says, and tries it. */
    void use(ColumnMapping mapping) {
        List<MappingSheet> sheets = new ArrayList<>();
        for (TableMapping table : mapping.tables()) {
            List<ColumnChoice> columns = columns(table);
            RoleReading.into(table, columns);
            sheets.add(new MappingSheet(table, columns));
        }
        TableMapping first = mapping.tables().getFirst();
        kind.set(MappingSheet.fixedKind(first));
        dayIsVisit.set(MappingSheet.dayIsVisit(first));
        decimalComma.set(first.decimalComma());
        name.set(mapping.name());
        state.set(new ViewState.Loaded<>(List.copyOf(sheets)));
        tryOut();
    }

    private List<ColumnChoice> columns(TableMapping table) {
        TableBeginning beginning =
                beginnings.stream()
                        .filter(each -> each.hasColumns(table.columns()))
                        .findFirst()
                        .orElse(beginnings.getFirst());
        List<ColumnChoice> columns = new ArrayList<>();
        for (int i = 0; i < beginning.columns().size(); i++) {
            int column = i;
            columns.add(
                    new ColumnChoice(
                            beginning.columns().get(i),
                            beginning.rows().stream()
                                    .map(row -> row.get(column))
                                    .filter(cell -> !cell.isBlank())
                                    .distinct()
                                    .toList()));
        }
        return columns;
    }

    /** What the choices are now. */
    ColumnMapping mapping() {
        List<TableMapping> tables = new ArrayList<>();
        if (state.get() instanceof ViewState.Loaded<List<MappingSheet>>(var sheets)) {
            for (MappingSheet sheet : sheets) {
                tables.add(sheet.mapping(kind.get(), dayIsVisit.get(), decimalComma.get()));
            }
        }
        return new ColumnMapping(name.get() == null ? "" : name.get().strip(), tables);
    }

    /** Applies the choices to the first rows; the latest wins. */
    void tryOut() {
        ColumnMapping now = mapping();
        int question = ++asked;
        if (!now.problems().isEmpty()) {
            problem.set(now.problems().getFirst());
            rows.set(List.of());
            return;
        }
        settled =
                jobs.io(mappings.trying(paths, now, ROWS), Progress.NONE)
                        .whenCompleteAsync(
                                (found, failure) -> {
                                    if (question == asked) {
                                        tried(found, failure);
                                    }
                                },
                                ui);
    }

    private void tried(@Nullable List<MappedRow> found, @Nullable Throwable failure) {
        problem.set(failure == null ? "" : ViewState.sentence(failure));
        rows.set(found == null ? List.of() : found);
    }

    /** Keeps the mapping where it has a name, then hands it over. */
    CompletableFuture<ColumnMapping> finish() {
        ColumnMapping now = mapping();
        CompletableFuture<ColumnMapping> kept =
                jobs.io(
                        work -> {
                            if (!now.name().isEmpty()) {
                                mappings.saved().save(now);
                            }
                            return now;
                        },
                        Progress.NONE);
        settled =
                kept.whenCompleteAsync(
                        (mapping, failure) -> {
                            if (failure != null) {
                                problem.set(ViewState.sentence(failure));
                            }
                        },
                        ui);
        return kept;
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }
}
