package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of the training patients are in a group at one of their visits at least.
 *
 * @param of all training patients
 */
public record GroupShare(PatientGroup group, int patients, int of) {

    /** Groups of {@link PatientGroup#FEWEST_PATIENTS} patients or more. */
    static List<GroupShare> of(EncodedVisits train, List<List<PatientGroup>> groups) {
        Map<PatientGroup, Set<Integer>> members = new HashMap<>();
        for (int visit = 0; visit < train.size(); visit++) {
            for (PatientGroup group : groups.get(visit)) {
                members.computeIfAbsent(group, absent -> new HashSet<>())
                        .add(train.patients()[visit]);
            }
        }
        int all = train.patientCount();
        List<GroupShare> shares = new ArrayList<>();
        members.forEach((group, patients) -> {
            if (patients.size() >= PatientGroup.FEWEST_PATIENTS) {
                shares.add(new GroupShare(group, patients.size(), all));
            }
        });
        shares.sort(
                Comparator.comparing((GroupShare share) -> share.group().dimension())
                        .thenComparing(share -> share.group().value()));
        return List.copyOf(shares);
    }
}
