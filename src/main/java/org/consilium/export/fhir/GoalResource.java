package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.GoalAims;
import org.consilium.export.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Goal. What is aimed at stands in words in what the target measures, since FHIR R4 (gol-1) has no
 * detail without a measure.
 */
final class GoalResource {
    private GoalResource() {}

    static ObjectNode of(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Goal", id);
        GoalAims aims = chart.losses().aims(event);
        LocalDateTime end = elements.end(event.start(), event.end());
        chart.contain(resource, event.reason());
        resource.put("lifecycleStatus", status(chart, aims, end));
        if (aims != null && aims.achievement() != null) {
            resource.set(
                    "achievementStatus",
                    elements.hl7("goal-achievement", aims.achievement().code()));
        }
        resource.set("description", elements.codeable(event.concept()));
        chart.subject(resource, "subject");
        resource.put("startDate", event.start().toLocalDate().toString());
        if (aims != null && !aims.targets().isEmpty()) {
            resource.putArray("target")
                    .addObject()
                    .putObject("measure")
                    .put("text", chart.losses().text(aims.targets()));
        }
        if (end != null) {
            resource.put("statusDate", end.toLocalDate().toString());
        }
        chart.addresses(resource, event.reason());
        if (event.encounterId() != null || !isDay(event.start()) || end != null && !isDay(end)) {
            chart.losses().add(Loss.GOAL);
        }
        return resource;
    }

    private static String status(
            Chart chart, @Nullable GoalAims aims, @Nullable LocalDateTime end) {
        GoalAims.Pause pause = aims == null ? null : aims.pause();
        if (end == null) {
            return pause == null ? "active" : pause.code();
        }
        if (pause != null) {
            chart.losses().add(Loss.VALUE);
        }
        return "completed";
    }

    private static boolean isDay(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
