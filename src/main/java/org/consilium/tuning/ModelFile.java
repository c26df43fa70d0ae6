package org.consilium.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A learned model as one zip: {@code model.json} (format, vocabularies, provenance) and {@code
 * weights.safetensors}. Text vectors and ridge are kept as 16-bit floats. Reading what was written
 * gives the same model, bit by bit, once its weights have been through {@link #rounded}.
 */
public final class ModelFile {
    static final int FORMAT = 3;
    private static final String DESCRIPTION = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String DAMAGED = "The model is damaged: its parts do not fit together.";

    private final ObjectMapper json = Json.mapper();

    public byte[] write(LearnedModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    DESCRIPTION,
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(model)));
            put(zip, WEIGHTS, weights(model).toBytes());
        }
        return bytes.toByteArray();
    }

    /**
     * The model as it will be after a round through the file: what is evaluated must be what is
     * served.
     */
    public LearnedModel rounded(LearnedModel model) throws IOException {
        SafeTensors weights = SafeTensors.of(weights(model).toBytes());
        return model(json.readTree(json.writeValueAsBytes(describe(model))), weights);
    }

    /**
     * @throws IOException when the bytes are no model, damaged, or of a later format
     */
    public LearnedModel read(byte[] bytes) throws IOException {
        JsonNode description = null;
        SafeTensors weights = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DESCRIPTION)) {
                    description = json.readTree(zip.readAllBytes());
                } else if (entry.getName().equals(WEIGHTS)) {
                    weights = SafeTensors.of(zip.readAllBytes());
                }
            }
        } catch (ZipException | EOFException | JsonProcessingException e) {
            throw new IOException(DAMAGED, e);
        }
        if (description == null || weights == null) {
            throw new IOException(
                    "This is no Consilium model: it lacks its description or its weights.");
        }
        if (description.path("format").asInt() > FORMAT) {
            throw new IOException("This model was made by a later version of Consilium.");
        }
        try {
            LearnedModel model = model(description, weights);
            requireWhole(model);
            return model;
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new IOException(DAMAGED, e);
        }
    }

    /** Every part as long as the vocabularies want it. */
    private static void requireWhole(LearnedModel model) throws IOException {
        Factors factors = model.factors();
        int d = factors.dimension();
        long facts = model.terms().facts().size();
        long items = model.terms().items().size();
        long terms = model.terms().terms();
        boolean whole =
                d >= 0
                        && model.terms().itemText().length == items * Terms.TEXT
                        && factors.termWeights().length == (long) Terms.TEXT * d
                        && factors.term().length == terms * d
                        && factors.role().length == (long) Terms.ROLES * d
                        && factors.fact().length == facts * d
                        && factors.itemWeights().length == (long) Terms.TEXT * d
                        && factors.item().length == items * d
                        && factors.bias().length == items
                        && model.itemRates().length == items
                        && ridgeIsWhole(model.ridge(), items, terms)
                        && (model.factRates().length == 0 || model.factRates().length == facts)
                        && Arrays.stream(model.terms().factTerm())
                                .allMatch(term -> term >= 0 && term < terms);
        if (!whole) {
            throw new IOException(DAMAGED);
        }
    }

    private static boolean ridgeIsWhole(RidgePart ridge, long items, long terms) {
        return Arrays.stream(ridge.rows()).allMatch(row -> row.length == items)
                && ridge.bias().length == items
                && (ridge.terms().length == 0 || ridge.terms().length == terms)
                && Arrays.stream(ridge.terms()).allMatch(row -> row.length == items)
                && (ridge.text().length == 0 || ridge.text().length == items * Terms.TEXT);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private ObjectNode describe(LearnedModel model) {
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        root.put("name", model.name());
        root.put("base", model.base());
        root.put("cohort", model.cohort());
        root.put("dimension", model.factors().dimension());
        root.put("ridgeWeight", model.ridge().weight());
        root.put("ridgeSteadiness", model.ridge().steadiness());
        root.put("calibrationSlope", model.calibration().slope());
        root.put("calibrationIntercept", model.calibration().intercept());
        root.set("calibrationKnots", json.valueToTree(model.calibration().knots()));
        root.set("provenance", json.valueToTree(model.provenance()));
        ArrayNode facts = root.putArray("facts");
        Terms terms = model.terms();
        for (int f = 0; f < terms.facts().size(); f++) {
            Fact fact = terms.facts().get(f);
            concept(facts.addObject(), fact.concept())
                    .put("role", fact.role().name())
                    .put("level", fact.level())
                    .put("term", terms.factTerm()[f]);
        }
        ArrayNode items = root.putArray("items");
        for (Item item : terms.items().entries()) {
            concept(items.addObject(), item.concept()).put("kind", item.kind().name());
        }
        return root;
    }

    private static ObjectNode concept(ObjectNode node, Concept concept) {
        return node.put("system", concept.system().uri())
                .put("code", concept.code())
                .put("display", concept.display());
    }

    private static Concept concept(JsonNode node) {
        return new Concept(
                new CodeSystem(node.path("system").asText()),
                node.path("code").asText(),
                node.path("display").asText());
    }

    private static SafeTensors weights(LearnedModel model) {
        Factors factors = model.factors();
        return new SafeTensors()
                .half("termText", model.terms().termText())
                .half("itemText", model.terms().itemText())
                .half("ridge", flat(model.ridge().rows()))
                .half("ridgeTerms", flat(model.ridge().terms()))
                .half("ridgeText", model.ridge().text())
                .single("ridgeBias", model.ridge().bias())
                .single("termWeights", factors.termWeights())
                .single("term", factors.term())
                .single("role", factors.role())
                .single("fact", factors.fact())
                .single("itemWeights", factors.itemWeights())
                .single("item", factors.item())
                .single("bias", factors.bias())
                .single("itemRates", model.itemRates())
                .single("factRates", model.factRates());
    }

    private LearnedModel model(JsonNode description, SafeTensors weights) throws IOException {
        Factors factors =
                new Factors(
                        description.path("dimension").asInt(),
                        weights.get("termWeights"),
                        weights.get("term"),
                        weights.get("role"),
                        weights.get("fact"),
                        weights.get("itemWeights"),
                        weights.get("item"),
                        weights.get("bias"));
        return new LearnedModel(
                description.path("name").asText(),
                text(description.path("base")),
                description.path("cohort").asText(),
                terms(description, weights),
                factors,
                ridge(description, weights),
                new Calibration(
                        description.path("calibrationSlope").asDouble(),
                        description.path("calibrationIntercept").asDouble(),
                        knots(description.path("calibrationKnots"))),
                weights.get("itemRates"),
                weights.getOr("factRates", new float[0]),
                json.treeToValue(description.path("provenance"), Provenance.class));
    }

    private static List<Calibration.Knot> knots(JsonNode list) {
        List<Calibration.Knot> knots = new ArrayList<>();
        for (JsonNode each : list) {
            knots.add(
                    new Calibration.Knot(
                            each.path("straight").asDouble(), each.path("observed").asDouble()));
        }
        return knots;
    }

    private static RidgePart ridge(JsonNode description, SafeTensors weights) throws IOException {
        // the first format had neither an intercept nor terms and texts
        int items = description.path("items").size();
        float[] terms = weights.getOr("ridgeTerms", new float[0]);
        return new RidgePart(
                rows(weights.get("ridge"), description.path("facts").size()),
                weights.getOr("ridgeBias", new float[items]),
                rows(terms, items == 0 ? 0 : terms.length / items),
                weights.getOr("ridgeText", new float[0]),
                description.path("ridgeWeight").asDouble(),
                description
                        .path("ridgeSteadiness")
                        .asDouble(RidgePart.steadiness(RidgePart.MANY_SITES)));
    }

    static float[] flat(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return flat;
    }

    static float[][] rows(float[] flat, int count) {
        int width = count == 0 ? 0 : flat.length / count;
        float[][] rows = new float[count][];
        for (int row = 0; row < count; row++) {
            rows[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
        }
        return rows;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static Terms terms(JsonNode description, SafeTensors weights) throws IOException {
        List<Fact> facts = new ArrayList<>();
        List<Integer> factTerm = new ArrayList<>();
        for (JsonNode node : description.path("facts")) {
            Role role = Role.valueOf(node.path("role").asText());
            facts.add(new Fact(concept(node), role, node.path("level").asText()));
            factTerm.add(node.path("term").asInt());
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode node : description.path("items")) {
            items.add(new Item(ItemKind.valueOf(node.path("kind").asText()), concept(node)));
        }
        return new Terms(
                new Vocabulary<>(facts),
                new Vocabulary<>(items),
                factTerm.stream().mapToInt(Integer::intValue).toArray(),
                facts.stream().mapToInt(fact -> fact.role().ordinal()).toArray(),
                weights.get("termText"),
                weights.get("itemText"));
    }
}
