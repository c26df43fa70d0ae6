package org.consilium.recommend.safety;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * The substances that a rule speaks of.
 *
 * @param name of the class or ingredient, as the table writes it
 * @param substances ingredients by their RxNorm names, vaccines as "cvx 03"; empty: any
 */
record Term(String name, Set<String> substances) {
    Term {
        substances = Set.copyOf(substances);
    }

    boolean isAny() {
        return substances.isEmpty();
    }

    boolean touches(Collection<String> others) {
        return isAny() || !Collections.disjoint(substances, others);
    }
}
