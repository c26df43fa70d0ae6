package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Job;
import org.consilium.tuning.GroupShare;
import org.consilium.tuning.PatientGroup;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskUse;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;

/** Tasks that are kept, and what an invented cohort has for them. */
final class SampleTasks {
    private final Map<String, TuningTask> tasks = new TreeMap<>();
    private final Map<String, Preparation> prepared = new TreeMap<>();

    synchronized List<TuningTask> list() {
        return List.copyOf(tasks.values());
    }

    synchronized void define(TuningTask task) {
        if (!task.equals(tasks.put(task.name(), task))) {
            prepared.remove(task.name());
        }
    }

    synchronized void delete(String name) {
        tasks.remove(name);
        prepared.remove(name);
    }

    synchronized TaskUse use(String name) {
        TuningTask task = tasks.get(name);
        return task == null
                ? TaskUse.USUAL
                : new TaskUse(
                        name, task.scope(), prepared(name).map(Preparation::hash).orElse(null));
    }

    synchronized Optional<Preparation> prepared(String name) {
        return Optional.ofNullable(prepared.get(name));
    }

    Job<Preparation> preparing(String name) {
        return progress -> {
            progress.report(1, 2, "Reading patients");
            synchronized (this) {
                boolean before = prepared.containsKey(name);
                Preparation made =
                        prepared(
                                tasks.get(name),
                                before
                                        ? new Preparation.Changes(SampleModels.MADE, 3, 0, 2)
                                        : null);
                prepared.put(name, made);
                return made;
            }
        };
    }

    static Preparation prepared(@Nullable TuningTask task, Preparation.@Nullable Changes changes) {
        if (task == null) {
            throw new IllegalArgumentException("There is no such task.");
        }
        List<Preparation.Finding> findings = new ArrayList<>();
        int[] patients = {1, 2, 7, 0};
        long[] records = {14, 41, 9, 0};
        for (LeaveOut each : LeaveOut.values()) {
            findings.add(
                    new Preparation.Finding(
                            each,
                            patients[each.ordinal()],
                            records[each.ordinal()],
                            task.scope().leftOut().contains(each)));
        }
        return new Preparation(
                task.name(),
                task.cohort(),
                SampleModels.MADE,
                "9f2c4e7a1b3d5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
                200,
                187 - task.scope().leftOut().size(),
                3041,
                findings,
                Map.of(ItemKind.MEDICATION, 612, ItemKind.PROCEDURE, 904, ItemKind.CARE_PLAN, 97),
                List.of("Simvastatin", "Warfarin"),
                List.of(
                        share(PatientGroup.Dimension.SEX, "female", 101),
                        share(PatientGroup.Dimension.SEX, "male", 86),
                        share(PatientGroup.Dimension.AGE, "40-64", 64),
                        share(PatientGroup.Dimension.AGE, "65-79", 92),
                        share(PatientGroup.Dimension.LANGUAGE, PatientGroup.NOT_RECORDED, 187)),
                new Readiness(187, 12, 5, 2),
                changes);
    }

    private static GroupShare share(PatientGroup.Dimension dimension, String value, int patients) {
        return new GroupShare(new PatientGroup(dimension, value), patients, 187);
    }
}
