package org.consilium.tuning;

import java.util.Map;
import java.util.TreeMap;

/** What a model was made with, for its provenance. */
final class Versions {
    private Versions() {}

    /**
     * @param engine what the factors were trained with
     */
    static Map<String, String> current(String engine) {
        Map<String, String> versions = new TreeMap<>();
        String own = Versions.class.getPackage().getImplementationVersion();
        versions.put("consilium", own == null ? "development" : own);
        versions.put("engine", engine);
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("textEncoder", "all-MiniLM-L6-v2 (quantized ONNX)");
        return versions;
    }
}
