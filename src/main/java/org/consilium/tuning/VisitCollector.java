package org.consilium.tuning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Fact;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.FactOccurrence;
import org.consilium.recommend.Item;
import org.consilium.recommend.KnownFacts;
import org.consilium.recommend.Visit;
import org.consilium.recommend.Vocabulary;

/**
 * Gathers the visits of many patients as numbers while their timelines stream by, then settles the
 * vocabularies. Not thread-safe.
 */
public final class VisitCollector {
    private final FactExtractor extractor;
    private final Map<Fact, Integer> facts = new HashMap<>();
    private final Map<Item, Integer> items = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<PatientTraits> traits = new ArrayList<>();
    private final VisitOptions options;
    private final Random random;
    private final Set<Item> without = new LinkedHashSet<>();
    private int patients;
    private long events;
    private long eventsByText;

    private record Row(int patient, long day, int[] facts, int[] targets, int[] masked) {}

    public VisitCollector(VisitOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
        this.extractor = new FactExtractor(options.scope().horizonDays());
    }

    /** Takes the visits of one more patient. */
    public void add(Timeline recorded) {
        add(recorded, options.scope().visits(recorded));
    }

    /**
     * @param wanted the encounters that count, numbered as the timeline has them
     */
    void add(Timeline recorded, BitSet wanted) {
        ConceptMapping.Mapped mapped = options.mapping().of(recorded);
        Timeline timeline = mapped.timeline();
        events += timeline.events().size();
        eventsByText += mapped.byText();
        BitSet drawn = draw(timeline, wanted);
        for (Visit visit : extractor.visits(timeline, drawn::get)) {
            rows.add(
                    new Row(
                            patients,
                            visit.at().toLocalDate().toEpochDay(),
                            visit.facts().stream()
                                    .map(FactOccurrence::fact)
                                    .mapToInt(fact -> number(facts, fact))
                                    .toArray(),
                            numbers(offered(visit.targets())),
                            numbers(offered(visit.active()))));
        }
        traits.add(PatientTraits.of(timeline.patient()));
        patients++;
    }

    private BitSet draw(Timeline timeline, BitSet wanted) {
        LocalDate birth = timeline.patient().birthDate();
        List<Integer> numbers = new ArrayList<>(timeline.encounters().size());
        for (int i = 0; i < timeline.encounters().size(); i++) {
            LocalDate day = timeline.encounters().get(i).start().toLocalDate();
            if (wanted.get(i) && options.ages().contains(birth, day)) {
                numbers.add(i);
            }
        }
        Collections.shuffle(numbers, random);
        BitSet drawn = new BitSet();
        numbers.stream().limit(options.mostVisits()).forEach(drawn::set);
        return drawn;
    }

    /** Share of the recorded events that are known to the model by their text alone; 0 to 1. */
    double byText() {
        return events == 0 ? 0 : (double) eventsByText / events;
    }

    public int patients() {
        return patients;
    }

    /**
     * Visits over a vocabulary of what occurs often enough.
     *
     * @param counted patients (numbered as they came) whose visits are counted: the training part,
     *     never the test
     * @param leastFacts visits in which a fact must occur
     * @param leastItems visits in which an item must be a target
     */
    public EncodedVisits encode(IntPredicate counted, int leastFacts, int leastItems) {
        int[] factCounts = new int[facts.size()];
        int[] itemCounts = new int[items.size()];
        for (Row row : rows) {
            if (counted.test(row.patient)) {
                Arrays.stream(row.facts).forEach(fact -> factCounts[fact]++);
                Arrays.stream(row.targets).forEach(item -> itemCounts[item]++);
            }
        }
        return encode(
                frequent(facts, factCounts, leastFacts), frequent(items, itemCounts, leastItems));
    }

    /** Visits over given vocabularies; what they do not hold is left out. */
    public EncodedVisits encode(Vocabulary<Fact> factVocabulary, Vocabulary<Item> itemVocabulary) {
        int[] factMap = mapping(facts, fact -> KnownFacts.indexOf(factVocabulary, fact));
        int[] itemMap = mapping(items, itemVocabulary::indexOf);
        return new EncodedVisits(
                factVocabulary,
                itemVocabulary,
                rows.stream().map(row -> translate(row.facts, factMap)).toArray(int[][]::new),
                rows.stream().map(row -> translate(row.targets, itemMap)).toArray(int[][]::new),
                rows.stream().map(row -> translate(row.masked, itemMap)).toArray(int[][]::new),
                rows.stream().mapToInt(Row::patient).toArray(),
                rows.stream().mapToLong(Row::day).toArray());
    }

    /** In how many visits each fact was known. */
    Map<Fact, Integer> factUse() {
        return use(facts, counts(facts.size(), visit -> true, Row::facts));
    }

    /** At how many visits each item was newly started. */
    Map<Item, Integer> itemUse() {
        return use(items, counts(items.size(), visit -> true, Row::targets));
    }

    private static <T> Map<T, Integer> use(Map<T, Integer> numbers, int[] counts) {
        Map<T, Integer> use = new HashMap<>();
        numbers.forEach((entry, number) -> use.put(entry, counts[number]));
        return use;
    }

    /** To report on groups of patients by; never facts. */
    PatientTraits traits(int patient) {
        return traits.get(patient);
    }

    /** What is known in enough of the counted visits (numbered as they are encoded). */
    Vocabulary<Fact> facts(IntPredicate counted, int least) {
        return frequent(facts, counts(facts.size(), counted, Row::facts), least);
    }

    /** What is started at enough of the counted visits (numbered as they are encoded). */
    Vocabulary<Item> items(IntPredicate counted, int least) {
        return frequent(items, counts(items.size(), counted, Row::targets), least);
    }

    private int[] counts(int size, IntPredicate counted, Function<Row, int[]> column) {
        int[] counts = new int[size];
        for (int visit = 0; visit < rows.size(); visit++) {
            if (counted.test(visit)) {
                Arrays.stream(column.apply(rows.get(visit))).forEach(number -> counts[number]++);
            }
        }
        return counts;
    }

    /** All items seen, however rare. */
    Vocabulary<Item> everyItem() {
        return frequent(items, new int[items.size()], 0);
    }

    private Set<Item> offered(Set<Item> some) {
        Set<Item> offered = new LinkedHashSet<>();
        for (Item item : some) {
            if (options.scope().offers(item)) {
                offered.add(item);
            } else {
                without.add(item);
            }
        }
        return offered;
    }

    /** Items that the task leaves out. */
    Set<Item> without() {
        return Set.copyOf(without);
    }

    private int[] numbers(Set<Item> some) {
        return some.stream().mapToInt(item -> number(items, item)).toArray();
    }

    private static <T> int number(Map<T, Integer> numbers, T entry) {
        return numbers.computeIfAbsent(entry, absent -> numbers.size());
    }

    private static <T> Vocabulary<T> frequent(Map<T, Integer> numbers, int[] counts, int least) {
        List<T> kept =
                numbers.entrySet().stream()
                        .filter(entry -> counts[entry.getValue()] >= least)
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
        return new Vocabulary<>(kept);
    }

    private static <T> int[] mapping(Map<T, Integer> numbers, Function<T, OptionalInt> index) {
        int[] map = new int[numbers.size()];
        numbers.forEach((entry, number) -> map[number] = index.apply(entry).orElse(-1));
        return map;
    }

    private static int[] translate(int[] numbers, int[] map) {
        return Arrays.stream(numbers)
                .map(number -> map[number])
                .filter(i -> i >= 0)
                .sorted()
                .toArray();
    }
}
