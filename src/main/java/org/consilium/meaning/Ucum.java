package org.consilium.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.jspecify.annotations.Nullable;

/**
 * The Unified Code for Units of Measure (UCUM 2.1, ucum.org) as org.fhir:ucum reads its official
 * table, with what a laboratory must add to dimensional analysis: UCUM takes a mole for a pure
 * number and skips annotations, so that to it mmol/mol and % are of one kind. Thread-safe: the
 * library states nothing, so calls go one by one; {@link Units} keeps the answers.
 */
final class Ucum {
    private static final String ESSENCE = "/ucum-essence.xml";
    private static final int LONGEST = 40;
    private static final String CELSIUS = "Cel";
    private static final Pattern DANGLING = Pattern.compile("[./]{2}|[./]$");

    /** Counts of particles: a conversion may not make one of them vanish or appear. */
    private static final List<Pattern> PARTICLES =
            List.of(Pattern.compile("mol"), Pattern.compile("osm"), Pattern.compile("\\[i?I?U\\]"));

    private static final Pattern EQUIVALENT = Pattern.compile("eq");

    /** {1.73_m2}: said as an annotation, yet it divides. */
    private static final Pattern MEASURE = Pattern.compile("\\{\\d[^}]*}");

    private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");

    /** The library knows the scales that start elsewhere than at zero but can't convert them. */
    private static final Map<String, Conversion> TO_CELSIUS =
            Map.of(
                    // NIST SP 811 (2008), appendix B.9
                    "[degF]", Conversion.to(CELSIUS, 5 / 9.0, -160 / 9.0),
                    "K", Conversion.to(CELSIUS, 1, -273.15));

    private final UcumEssenceService service;

    Ucum() throws IOException {
        try (InputStream table = UcumEssenceService.class.getResourceAsStream(ESSENCE)) {
            service = new UcumEssenceService(table);
        } catch (UcumException e) {
            throw new IOException("The table of units can't be read.", e);
        }
    }

    synchronized boolean isValid(String unit) {
        try {
            return unit.length() <= LONGEST
                    && !DANGLING.matcher(unit).find()
                    && service.validate(unit) == null;
        } catch (RuntimeException e) {
            // the parser's way to refuse some malformed texts
            return false;
        }
    }

    /**
     * From one valid unit to another; null where they measure different things.
     *
     * @param valence charge of the ion measured; null where it is none
     */
    synchronized @Nullable Conversion between(String from, String to, @Nullable Integer valence) {
        if (to.equals(CELSIUS)) {
            return TO_CELSIUS.get(from);
        }
        boolean equivalent = EQUIVALENT.matcher(from).find() != EQUIVALENT.matcher(to).find();
        if (equivalent && (valence == null || valence != 1)) {
            return null;
        }
        if (!measure(from).equals(measure(to))) {
            return null;
        }
        for (Pattern particle : PARTICLES) {
            boolean ionic = equivalent && particle == PARTICLES.getFirst();
            if (!ionic && count(particle, from) != count(particle, to)) {
                return null;
            }
        }
        try {
            if (!service.isComparable(from, to)) {
                return null;
            }
            double zero = convert("0.000000000000000000", from, to);
            double thousand = convert("1000.000000000000000", from, to);
            double million = convert("1000000.000000000000000", from, to);
            double factor = clean((million - thousand) / 999_000);
            double offset = clean(zero);
            boolean linear =
                    Math.abs(factor * 1000 + offset - thousand) <= 1e-6 * Math.abs(thousand);
            return linear ? Conversion.to(to, factor, offset) : null;
        } catch (UcumException | RuntimeException e) {
            return null;
        }
    }

    private double convert(String amount, String from, String to) throws UcumException {
        return Double.parseDouble(service.convert(new Decimal(amount), from, to).asDecimal());
    }

    /** Twelve digits: below that it is rounding of the conversion, not the unit. */
    private static double clean(double value) {
        return Double.parseDouble("%.11e".formatted(value));
    }

    private static int count(Pattern pattern, String unit) {
        return (int) pattern.matcher(ANNOTATION.matcher(unit).replaceAll("")).results().count();
    }

    private static String measure(String unit) {
        Matcher found = MEASURE.matcher(unit);
        return found.find() ? found.group() : "";
    }
}
