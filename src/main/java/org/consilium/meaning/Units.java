package org.consilium.meaning;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Which unit a recorded one is, and how a result gets into the unit in which results of its kind
 * are kept. Nothing is guessed: without a known unit and a known target the result stays as it was
 * recorded. Answers are kept (at most {@link #MOST_KEPT} a table). Thread-safe.
 */
public final class Units {
    /** A file may hold a different text in each of its million unit cells. */
    private static final int MOST_KEPT = 5_000;

    private final Ucum ucum;
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, String> lowerCase = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    private record Target(String unit, @Nullable Integer valence, Map<String, Conversion> kept) {}

    private Units(Ucum ucum) {
        this.ucum = ucum;
    }

    /** The tables that ship with the program. */
    public static Units shipped() throws IOException {
        Units units = new Units(new Ucum());
        for (CSVRecord row : SourcedTable.shipped("unit-synonyms.csv")) {
            units.spelling(row.get("recorded"), row.get("ucum"));
        }
        for (CSVRecord row : SourcedTable.shipped("unit-targets.csv")) {
            String valence = row.get("valence");
            units.target(
                    row.get("loinc"),
                    row.get("unit"),
                    valence.isEmpty() ? null : Integer.valueOf(valence));
        }
        return units;
    }

    private void spelling(String recorded, String unit) throws IOException {
        requireUcum(unit);
        spellings.put(recorded, unit);
        lowerCase.putIfAbsent(recorded.toLowerCase(Locale.ROOT), unit);
    }

    private void target(String loinc, String unit, @Nullable Integer valence) throws IOException {
        requireUcum(unit);
        targets.put(loinc, new Target(unit, valence, new ConcurrentHashMap<>()));
    }

    private void requireUcum(String unit) throws IOException {
        if (!ucum.isValid(unit)) {
            throw new IOException(
                    "The tables of units name %s, which is not UCUM.".formatted(unit));
        }
    }

    /** The UCUM unit that is meant; null where nobody knows. */
    public @Nullable String ucum(String recorded) {
        Optional<String> kept = known.get(recorded);
        if (kept == null) {
            kept = Optional.ofNullable(recognised(recorded.strip()));
            if (known.size() < MOST_KEPT) {
                known.put(recorded, kept);
            }
        }
        return kept.orElse(null);
    }

    private @Nullable String recognised(String recorded) {
        String exact = spellings.get(recorded);
        if (exact == null) {
            exact = lowerCase.get(recorded.toLowerCase(Locale.ROOT));
        }
        if (exact != null || recorded.isEmpty()) {
            return exact;
        }
        // all in capitals it is a printer's spelling, in which UCUM would read MM as megametre
        boolean capitals =
                recorded.equals(recorded.toUpperCase(Locale.ROOT))
                        && !recorded.equals(recorded.toLowerCase(Locale.ROOT));
        return !capitals && ucum.isValid(recorded) ? recorded : null;
    }

    /** What to do with a result of that kind in that unit. */
    public Conversion conversion(Concept concept, String recorded) {
        if (recorded.isEmpty()) {
            return Conversion.asRecorded();
        }
        Target target =
                concept.system().equals(CodeSystem.LOINC) ? targets.get(concept.code()) : null;
        if (target == null) {
            return ucum(recorded) == null ? Conversion.unknownUnit() : Conversion.asRecorded();
        }
        Conversion kept = target.kept.get(recorded);
        if (kept == null) {
            kept = conversion(target, recorded);
            if (target.kept.size() < MOST_KEPT) {
                target.kept.put(recorded, kept);
            }
        }
        return kept;
    }

    private Conversion conversion(Target target, String recorded) {
        if (recorded.equals(target.unit)) {
            return Conversion.asRecorded();
        }
        String unit = ucum(recorded);
        if (unit == null) {
            return Conversion.unknownUnit();
        }
        if (unit.equals(target.unit)) {
            return Conversion.to(target.unit, 1, 0);
        }
        Conversion found = ucum.between(unit, target.unit, target.valence);
        return found == null ? Conversion.notCommensurable() : found;
    }
}
