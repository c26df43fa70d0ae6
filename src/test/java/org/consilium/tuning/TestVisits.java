package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;

/** Small visits written by hand or planted by a rule; nobody's data. */
public final class TestVisits {
    private final Vocabulary<Fact> facts;
    private final Vocabulary<Item> items;
    private final List<int[]> visitFacts = new ArrayList<>();
    private final List<int[]> targets = new ArrayList<>();
    private final List<int[]> masked = new ArrayList<>();
    private final List<Integer> patients = new ArrayList<>();
    private final List<Long> days = new ArrayList<>();

    private TestVisits(int factCount, int itemCount) {
        facts = facts(factCount);
        items = items(itemCount);
    }

    /** Even facts are conditions of now, odd ones treatments; even items medications. */
    public static TestVisits with(int factCount, int itemCount) {
        return new TestVisits(factCount, itemCount);
    }

    public static Vocabulary<Item> items(int count) {
        return new Vocabulary<>(
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Item(
                                        i % 2 == 0 ? ItemKind.MEDICATION : ItemKind.PROCEDURE,
                                        concept("item " + i)))
                        .toList());
    }

    public TestVisits visit(int patient, int[] visitFacts, int... targets) {
        return visit(patient, days.size(), visitFacts, targets, new int[0]);
    }

    public TestVisits visit(int patient, long day, int[] facts, int[] targets, int[] masked) {
        visitFacts.add(facts);
        this.targets.add(targets);
        this.masked.add(masked);
        patients.add(patient);
        days.add(day);
        return this;
    }

    public EncodedVisits encoded() {
        return new EncodedVisits(
                facts,
                items,
                visitFacts.toArray(int[][]::new),
                targets.toArray(int[][]::new),
                masked.toArray(int[][]::new),
                patients.stream().mapToInt(Integer::intValue).toArray(),
                days.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Two visits a patient, each with one random condition out of 10 and one random treatment out
     * of 10; condition 2c starts item c, but item 10 is started by half of all visits.
     */
    public static EncodedVisits planted(int patientCount, long seed) {
        TestVisits visits = with(20, 11);
        Random random = new Random(seed);
        for (int visit = 0; visit < 2 * patientCount; visit++) {
            int condition = random.nextInt(10);
            TreeSet<Integer> chosen = new TreeSet<>();
            chosen.add(2 * condition);
            chosen.add(2 * random.nextInt(10) + 1);
            int[] targets =
                    random.nextBoolean() ? new int[] {condition, 10} : new int[] {condition};
            visits.visit(visit / 2, chosen.stream().mapToInt(Integer::intValue).toArray(), targets);
        }
        return visits.encoded();
    }

    private static Vocabulary<Fact> facts(int count) {
        return new Vocabulary<>(
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Fact(
                                        concept("fact " + i),
                                        i % 2 == 0 ? Role.CONDITION_NOW : Role.TREATMENT_ACTIVE))
                        .toList());
    }

    private static Concept concept(String text) {
        return new Concept(CodeSystem.TEXT, text, text);
    }
}
