package org.consilium.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Timelines of nobody, with everything that may be absent absent now and then. */
public final class RandomTimelines {
    private static final List<String> NAMES =
            List.of("Ødegård", "李", "O'Brien", "Müller", "Ngô", "🜁");
    private static final LocalDateTime BEGIN = LocalDateTime.of(1931, 2, 28, 23, 59, 59);
    private static final int CODES = 300;
    private static final List<String> REACTIONS =
            List.of(
                    "Hives (severe), Wheezing; high risk",
                    "= Übelkeit, \"flau\"; intolerance",
                    "low risk");

    private static final List<String> AIMS =
            List.of(
                    "Hemoglobin A1c: <7 % by 2026-03-01; in progress; on hold",
                    "- „ohne Schmerz“; nearly", "achieved", "planned");

    private final Random random;

    public RandomTimelines(long seed) {
        random = new Random(seed);
    }

    public Timeline next(String id, int encounters, int events) {
        List<Encounter> visits = new ArrayList<>();
        LocalDateTime at = BEGIN.plusDays(random.nextInt(9000));
        for (int i = 0; i < encounters; i++) {
            at = at.plusSeconds(random.nextInt(30_000_000));
            visits.add(encounter(at));
        }
        List<ClinicalEvent> all = new ArrayList<>();
        at = BEGIN;
        for (int i = 0; i < events; i++) {
            at = at.plusSeconds(random.nextInt(3_000_000));
            String visit =
                    visits.isEmpty() ? "elsewhere" : visits.get(i * encounters / events).id();
            all.add(event(at, visit));
        }
        return new Timeline(patient(id), visits, all);
    }

    private Patient patient(String id) {
        return new Patient(
                id,
                maybe(() -> one(NAMES)),
                maybe(() -> one(NAMES)),
                one(List.of(Sex.values())),
                maybe(() -> LocalDate.of(1900, 2, 28).plusDays(random.nextInt(40_000))),
                maybe(() -> LocalDate.of(2020, 1, 1)),
                maybe(() -> "white"),
                maybe(() -> "not hispanic"),
                maybe(() -> "nb-NO"),
                maybe(() -> "Ward \"7\""));
    }

    private Encounter encounter(LocalDateTime at) {
        return new Encounter(
                random.nextInt(4) == 0 ? "E-" + random.nextInt() : uuid(),
                one(List.of("ambulatory", "wellness", "emergency")),
                maybe(this::concept),
                maybe(this::concept),
                time(at),
                maybe(() -> time(at.plusMinutes(random.nextInt(600)))));
    }

    private ClinicalEvent event(LocalDateTime at, String encounter) {
        EventKind kind = one(List.of(EventKind.values()));
        boolean observation = kind == EventKind.OBSERVATION;
        return new ClinicalEvent(
                kind,
                observation ? one(List.of(Category.values())) : Category.NONE,
                concept(),
                maybe(() -> encounter),
                time(at),
                maybe(() -> time(at.plusDays(random.nextInt(400) - 10L))),
                switch (kind) {
                    case OBSERVATION -> maybe(this::value);
                    case ALLERGY -> maybe(() -> new Value.Text(one(REACTIONS)));
                    case GOAL -> maybe(() -> new Value.Text(one(AIMS)));
                    default -> null;
                },
                maybe(this::concept));
    }

    private Value value() {
        return switch (random.nextInt(5)) {
            case 0 -> new Value.Coded(concept());
            case 1 -> new Value.Text("“" + one(NAMES) + "” noted\n" + random.nextInt(50));
            case 2 ->
                    new Value.Quantity(amount(), "mg/dL", maybe(this::amount), maybe(this::amount));
            default -> new Value.Quantity(amount(), one(List.of("mmol/L", "", "10*3/µL")));
        };
    }

    private double amount() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextGaussian() * 1e-3;
            case 1 -> Double.longBitsToDouble(random.nextLong() & 0x7fe_fffffffffffffL);
            case 2 -> random.nextInt(2000) - 1000;
            default -> (random.nextInt(200_000) - 100_000) / 100.0;
        };
    }

    private Concept concept() {
        int code = random.nextInt(CODES);
        return new Concept(
                code % 2 == 0 ? CodeSystem.SNOMED_CT : new CodeSystem("urn:höpital"),
                "c" + code,
                "Concept " + code + (random.nextInt(10) == 0 ? " (disorder)" : ""));
    }

    private LocalDateTime time(LocalDateTime at) {
        return random.nextInt(5) == 0 ? at.withNano(random.nextInt(1_000_000_000)) : at;
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> some) {
        return random.nextInt(4) == 0 ? null : some.get();
    }
}
