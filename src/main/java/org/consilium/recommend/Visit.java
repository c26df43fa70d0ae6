package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * One index time of one patient.
 *
 * @param facts everything known then, each fact once, with its latest event
 * @param active items going on then: no candidates
 * @param targets items newly started then (MODEL.md, "Task"); empty when only recommending
 */
public record Visit(
        String patientId,
        LocalDateTime at,
        List<FactOccurrence> facts,
        Set<Item> active,
        Set<Item> targets) {}
