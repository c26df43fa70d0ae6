package org.consilium.tuning.federated;

import java.util.Map;
import java.util.TreeMap;

/**
 * Header of a file that holds a model for another installation; its data is the model file.
 *
 * @param name as it is called where it comes from
 * @param sha256 of the data, hexadecimal
 * @param modelFormat of the model file
 * @param patients that it learned from
 * @param privacy what was measured of membership, in words
 * @param card Markdown
 * @param attributes source attributes that are provided, by name
 */
public record SharedModel(
        String kind,
        String name,
        String sha256,
        int modelFormat,
        int patients,
        String privacy,
        String card,
        Map<String, String> attributes) {
    static final String KIND = "model";

    public SharedModel {
        attributes = Map.copyOf(new TreeMap<>(attributes));
    }

    public SharedModel(
            String name,
            String sha256,
            int modelFormat,
            int patients,
            String privacy,
            String card,
            Map<String, String> attributes) {
        this(KIND, name, sha256, modelFormat, patients, privacy, card, attributes);
    }

    /**
     * @throws IllegalArgumentException when the file holds no model, or another one than it says
     */
    public static SharedModel of(SignedFile file) {
        SharedModel model = file.header(SharedModel.class, KIND);
        if (!model.sha256.equals(SigningKey.hash(file.data()))) {
            throw new IllegalArgumentException(
                    file.name() + " holds another model than it says: have it sent again.");
        }
        return model;
    }
}
