package org.consilium.importing.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.Conversion;
import org.consilium.meaning.Units;
import org.jspecify.annotations.Nullable;

/**
 * Brings the results of one import into the units in which they are kept and leaves out what was
 * recorded twice; counts both. A patient of whom nothing changes passes as the same object. Not
 * thread-safe.
 */
public final class MeaningPass {
    /** A unit that few results have may be a slip of the columns: it is counted, not named. */
    private static final int LEAST_NAMED = 10;

    private static final int LONGEST_NAMED = 20;

    /** Distinct texts that are counted by themselves. */
    private static final int MOST_UNITS = 1_000;

    private final Units units;
    private final Doubles doubles = new Doubles();
    private final Map<String, Long> unknown = new HashMap<>();
    private final Map<String, Long> other = new HashMap<>();
    private long converted;
    private long respelled;
    private long duplicates;

    public MeaningPass(Units units) {
        this.units = units;
    }

    /** The same patient with every result in its unit and every event once. */
    public Timeline settle(Timeline timeline) {
        List<ClinicalEvent> recorded = timeline.events();
        List<ClinicalEvent> settled = null;
        doubles.begin();
        for (int i = 0; i < recorded.size(); i++) {
            ClinicalEvent event = recorded.get(i);
            boolean twice = doubles.hasSeen(event);
            Conversion conversion = twice ? null : conversion(event);
            boolean changes = twice || conversion != null;
            if (changes && settled == null) {
                settled = new ArrayList<>(recorded.size());
                settled.addAll(recorded.subList(0, i));
            }
            if (twice) {
                duplicates++;
            } else if (settled != null) {
                settled.add(conversion == null ? event : converted(event, conversion));
            }
        }
        return settled == null
                ? timeline
                : new Timeline(timeline.patient(), timeline.encounters(), settled);
    }

    /** How its result is to be changed; null where it is not. */
    private @Nullable Conversion conversion(ClinicalEvent event) {
        if (!(event.value() instanceof Quantity quantity)) {
            return null;
        }
        Conversion conversion = units.conversion(event.concept(), quantity.unit());
        count(conversion.outcome(), quantity.unit());
        return conversion.changes() ? conversion : null;
    }

    private void count(Conversion.Outcome outcome, String unit) {
        switch (outcome) {
            case AS_RECORDED -> {}
            case RESPELLED -> respelled++;
            case CONVERTED -> converted++;
            case UNKNOWN_UNIT -> count(unknown, unit);
            case NOT_COMMENSURABLE -> count(other, unit);
        }
    }

    private static ClinicalEvent converted(ClinicalEvent event, Conversion conversion) {
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                event.encounterId(),
                event.start(),
                event.end(),
                event.value() instanceof Quantity recorded
                        ? conversion.apply(recorded)
                        : event.value(),
                event.reason());
    }

    private static void count(Map<String, Long> counts, String unit) {
        boolean room = counts.size() < MOST_UNITS || counts.containsKey(unit);
        counts.merge(room ? unit : MeaningCounts.OTHERS, 1L, Long::sum);
    }

    public MeaningCounts counts() {
        return new MeaningCounts(converted, respelled, shown(unknown), shown(other), duplicates);
    }

    private static Map<String, Long> shown(Map<String, Long> counts) {
        Map<String, Long> shown = new HashMap<>();
        counts.forEach((unit, count) -> {
            boolean named = count >= LEAST_NAMED && unit.length() <= LONGEST_NAMED;
            shown.merge(named ? unit : MeaningCounts.OTHERS, count, Long::sum);
        });
        return shown;
    }
}
