package org.consilium.importing.omop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * Persons with what other tables say of them (OMOP CDM v5.4, "person", "death", "care_site"). There
 * are no names in the model, and person_source_value is an identifier, so none is shown. A
 * location_id is where a person lives, so the site is the care site only. Not thread-safe.
 */
final class PersonTables {
    private static final String NO_BIRTH = "The date of birth does not exist.";

    /** As of every date (docs/formats/limits.md). */
    private static final int LAST_YEAR = 9999;

    /** Domain Gender. */
    private static final Map<Integer, Sex> SEXES =
            Map.of(8507, Sex.MALE, 8532, Sex.FEMALE, 8521, Sex.OTHER, 8570, Sex.OTHER);

    /** Domain Race, in the words of Synthea's CSV where it has one. */
    private static final Map<Integer, String> RACES =
            Map.of(
                    8527, "white",
                    8516, "black",
                    8515, "asian",
                    8557, "hawaiian",
                    8657, "native",
                    8522, "other");

    /** Domain Ethnicity. */
    private static final Map<Integer, String> ETHNICITIES =
            Map.of(38003563, "hispanic", 38003564, "nonhispanic");

    private final Map<String, String> sites = new HashMap<>();
    private final Map<String, Death> deaths = new HashMap<>();

    /** A row of the table DEATH whose person did not come yet. */
    record Death(LocalDate date, ClinicalTable table, OmopRow row) {}

    void addCareSite(OmopRow row) throws RowException {
        String name = row.text("care_site_name");
        String site = name == null ? row.text("care_site_source_value") : name;
        if (site != null) {
            sites.put(row.id("care_site_id"), site);
        }
    }

    /** The model has one death a person; of several, the first date is taken. */
    void addDeath(ClinicalTable table, OmopRow row) throws RowException {
        Death death = new Death(row.time("death_date").toLocalDate(), table, row);
        Death earlier = deaths.putIfAbsent(row.id("person_id"), death);
        if (earlier != null) {
            throw new RowException("person_id", "An earlier row is about the same person.");
        }
    }

    Patient patient(OmopRow row) throws RowException {
        String id = row.id("person_id");
        LocalDate birth = birth(row);
        Sex sex = sex(row);
        String race = word(row, "race", RACES);
        String ethnicity = word(row, "ethnicity", ETHNICITIES);
        String site = row.optionalId("care_site_id");
        Death death = deaths.remove(id);
        return new Patient(
                id,
                null,
                null,
                sex,
                birth,
                death == null ? null : death.date(),
                race,
                ethnicity,
                null,
                site == null ? null : sites.get(site));
    }

    /** Reports the deaths of persons who did not come. */
    void reportUnknown() {
        for (Death death : deaths.values()) {
            death.table()
                    .sink()
                    .rejected(
                            death.table()
                                    .issue(
                                            death.row(),
                                            new RowException(
                                                    "person_id", OmopExport.UNKNOWN_PERSON)));
        }
    }

    /**
     * What is missing of a date of birth is its first month and day, as with partial dates of every
     * other source; the age is too high by up to a year then.
     */
    private static @Nullable LocalDate birth(OmopRow row) throws RowException {
        LocalDateTime exact = row.optionalTime("birth_date");
        if (exact != null) {
            return exact.toLocalDate();
        }
        int year = row.concept("year_of_birth");
        int month = row.concept("month_of_birth");
        int day = month == 0 ? 0 : row.concept("day_of_birth");
        if (year == 0) {
            return null;
        }
        if (year < 1 || year > LAST_YEAR) {
            throw new RowException("year_of_birth", NO_BIRTH);
        }
        try {
            return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        } catch (DateTimeException e) {
            throw new RowException("year_of_birth", NO_BIRTH);
        }
    }

    private static Sex sex(OmopRow row) throws RowException {
        Sex coded = SEXES.get(row.concept("gender_concept_id"));
        if (coded != null) {
            return coded;
        }
        return switch (row.text("gender_source_value")) {
            case "F", "f", "Female", "female", "FEMALE" -> Sex.FEMALE;
            case "M", "m", "Male", "male", "MALE" -> Sex.MALE;
            case null, default -> Sex.UNKNOWN;
        };
    }

    private static @Nullable String word(OmopRow row, String what, Map<Integer, String> words)
            throws RowException {
        String word = words.get(row.concept(what + "_concept_id"));
        return word == null ? row.text(what + "_source_value") : word;
    }
}
