package org.consilium.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalised names of clinical and branded drugs and of packs (SCD, SBD, GPCK, BPCK; RxNorm
 * Technical Documentation, "RxNorm Normalized Names"): {@code [quantity] ingredient strength unit
 * [/ ingredient strength unit]... dose form [brand]}, packs in braces. Stateless and thread-safe.
 */
final class RxNormGrammar {
    private static final Pattern BRAND = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern PACK =
            Pattern.compile("\\d+ \\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern AND = Pattern.compile(" / ");

    /** Application number, release time and amount in the package stand before the ingredient. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^(?:(?:NDA|ANDA|BLA)\\d+ |Abuse-Deterrent |[\\d.]+ (?:HR|ML|ACTUAT|MG|GM?|L|MIN) )+",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPONENT =
            Pattern.compile(
                    "^(?<name>.*?[^\\d\\s/,].*?) [\\d.,]+ ?(?:MG|MCG|UG|UNT|ML|MEQ|GM?|%|MMOL|CELLS|PNU|AU|BAU|IR"
                            + "|UCI|MCI|IU|KUNT|HR|TAB|CAP)(?:/\\S+)?(?: .*)?$",
                    Pattern.CASE_INSENSITIVE);

    private final MedicineNames names;

    RxNormGrammar(MedicineNames names) {
        this.names = names;
    }

    /** The ingredients of such a name; null where it is none. */
    @Nullable Set<String> ingredients(String display) {
        String name = BRAND.matcher(display).replaceAll(" ").strip();
        if (!name.startsWith("{")) {
            return components(name);
        }
        Set<String> all = new TreeSet<>();
        Matcher pack = PACK.matcher(name);
        while (pack.find()) {
            String content = pack.group(1);
            if (content.toLowerCase(Locale.ROOT).startsWith("inert ingredients")) {
                continue;
            }
            Set<String> part = components(content);
            if (part == null) {
                return null;
            }
            all.addAll(part);
        }
        return all.isEmpty() ? null : all;
    }

    private @Nullable Set<String> components(String name) {
        Set<String> all = new TreeSet<>();
        for (String part : AND.split(PARENTHESES.matcher(name).replaceAll(" ").strip())) {
            String bare = BEFORE.matcher(part.strip()).replaceFirst("");
            Matcher component = COMPONENT.matcher(bare);
            List<String> found =
                    component.matches()
                            ? named(MedicineNames.words(component.group("name")))
                            : null;
            if (found == null) {
                return null;
            }
            all.addAll(found);
        }
        return all;
    }

    /**
     * The known ingredients of a name, else the name itself without its salt: in RxNorm's grammar
     * what stands there is an ingredient.
     */
    private @Nullable List<String> named(List<String> name) {
        List<String> left = new ArrayList<>(name);
        while (!left.isEmpty()) {
            List<String> known = names.ingredients(left);
            if (known != null) {
                return known;
            }
            boolean salt = left.size() > 1 && names.isSalt(left.getLast());
            if (!salt || names.isMineral(left.getFirst())) {
                boolean strange = left.stream().anyMatch(names::isNoise);
                return strange ? null : List.of(String.join(" ", left));
            }
            left.removeLast();
        }
        return null;
    }
}
