package org.consilium.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.Role;
import org.consilium.recommend.safety.SafetyFinding;

/**
 * A recommendation with all its attributions and alerts, as it was shown, as JSON: kept with a
 * decision.
 */
public final class Explanation {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Explanation() {}

    /** As JSON. */
    public static String of(RecommendationList list, Recommendation item) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("patient", list.patient());
        node.put("at", list.at().toString());
        node.put("model", list.model());
        node.put("rank", item.rank());
        node.put("kind", item.kind().name());
        concept(node, item.item());
        node.put("probability", item.probability());
        node.put("score", item.score());
        node.put("bias", item.bias());
        ArrayNode attributions = node.putArray("attributions");
        for (Attribution fact : item.attributions()) {
            ObjectNode share = attributions.addObject();
            concept(share, fact.concept());
            LocalDateTime when = fact.when();
            share.put("role", fact.role().name());
            share.put("when", when == null ? null : when.toString());
            share.put("value", fact.value());
            share.put("contribution", fact.contribution());
        }
        ArrayNode safety = node.putArray("safety");
        for (SafetyFinding finding : item.safety().findings()) {
            ObjectNode alert = safety.addObject();
            alert.put("rule", finding.rule());
            alert.put("verdict", finding.verdict().name());
            alert.put("sentence", finding.sentence());
            alert.put("because", finding.because());
        }
        ArrayNode notChecked = node.putArray("notChecked");
        item.safety().notChecked().forEach(missing -> notChecked.add(missing.words()));
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            // a tree of texts and numbers always can be written
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was shown.
     *
     * @param attributions every fact's share, largest first
     */
    public record Seen(String model, double probability, List<Attribution> attributions) {
        public Seen {
            attributions = List.copyOf(attributions);
        }
    }

    /** Reads it again; empty where it is not one of ours. */
    public static Optional<Seen> read(String explanation) {
        try {
            JsonNode node = MAPPER.readTree(explanation);
            if (!node.hasNonNull("probability") || !node.hasNonNull("model")) {
                return Optional.empty();
            }
            List<Attribution> attributions = new ArrayList<>();
            for (JsonNode share : node.path("attributions")) {
                JsonNode when = share.path("when");
                attributions.add(
                        new Attribution(
                                new Concept(
                                        new CodeSystem(share.path("system").asText()),
                                        share.path("code").asText(),
                                        share.path("display").asText()),
                                Role.valueOf(share.path("role").asText()),
                                when.isTextual() ? LocalDateTime.parse(when.asText()) : null,
                                share.path("value").isTextual()
                                        ? share.path("value").asText()
                                        : null,
                                share.path("contribution").asDouble()));
            }
            return Optional.of(
                    new Seen(
                            node.path("model").asText(),
                            node.path("probability").asDouble(),
                            attributions));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void concept(ObjectNode node, Concept concept) {
        node.put("system", concept.system().uri());
        node.put("code", concept.code());
        node.put("display", concept.display());
    }
}
