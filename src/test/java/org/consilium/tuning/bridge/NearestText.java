package org.consilium.tuning.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * The known concept that reads most alike, where the cosine of the texts' vectors reaches a
 * threshold. SNOMED's tags are left out of the texts, and of LOINC's names all but the component;
 * what is measured in blood goes before what is not.
 */
public final class NearestText implements ConceptBridge {
    private static final Pattern TAG = Pattern.compile("\\s*\\([a-z/ ]+\\)$");

    /** LOINC's long names: component, then property in brackets, then where it was measured. */
    private static final Pattern BEHIND_COMPONENT = Pattern.compile("\\s*\\[.*$");

    private static final Pattern IN_BLOOD = Pattern.compile("Serum|Plasma|Blood");

    private final Map<EventKind, Known> known = new EnumMap<>(EventKind.class);
    private final TextEncoder encoder;
    private final double threshold;
    private final boolean lastPart;

    private record Known(List<Concept> concepts, Set<Concept> set, float[] vectors) {}

    /**
     * @param lastPart whether only what stands behind the last colon of a text is read: sources
     *     write paths, as "renal: disorder of kidney: acute renal failure"
     */
    public NearestText(
            Map<EventKind, Set<Concept>> concepts,
            TextEncoder encoder,
            double threshold,
            boolean lastPart) {
        this.encoder = encoder;
        this.threshold = threshold;
        this.lastPart = lastPart;
        concepts.forEach((kind, set) -> known.put(kind, known(set)));
    }

    private Known known(Set<Concept> set) {
        List<Concept> all = new ArrayList<>(set);
        all.sort(
                Comparator.comparing((Concept each) -> !IN_BLOOD.matcher(each.display()).find())
                        .thenComparing(Concept::code));
        return new Known(
                all,
                new HashSet<>(set),
                encoder.encode(all.stream().map(each -> words(each.display(), false)).toList()));
    }

    private static String words(String display, boolean lastPart) {
        String text = lastPart ? display.substring(display.lastIndexOf(": ") + 1) : display;
        String component = BEHIND_COMPONENT.matcher(text.strip()).replaceFirst("");
        return TAG.matcher(component.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    @Override
    public Concept of(EventKind kind, Concept concept) {
        Known candidates = known.get(kind);
        if (candidates == null || candidates.set.contains(concept)) {
            return concept;
        }
        String text = words(concept.display(), lastPart);
        if (text.isEmpty() || concept.display().matches("[\\d.]+")) {
            return concept;
        }
        float[] vector = encoder.encode(List.of(text));
        Concept best = concept;
        double most = threshold - 1e-6;
        for (int i = 0; i < candidates.concepts.size(); i++) {
            double cosine = 0;
            for (int k = 0; k < Terms.TEXT; k++) {
                cosine += vector[k] * candidates.vectors[i * Terms.TEXT + k];
            }
            if (cosine > most + 1e-6) {
                best = candidates.concepts.get(i);
                most = cosine;
            }
        }
        return best;
    }
}
