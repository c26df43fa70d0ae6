package org.consilium.ui.common;

import java.util.HashMap;
import java.util.Map;

/**
 * What the window remembers of a person's choices from one start to the next: colours, text size,
 * where the window stood, columns. Nothing about any patient. For the UI thread only.
 */
public interface Settings {
    /**
     * @return what was chosen last; {@code otherwise} where nothing was
     */
    String get(String name, String otherwise);

    /** Remembers a choice; returns before it is on disk. */
    void put(String name, String value);

    /** Remembers until the process ends. */
    static Settings ofThisProcess() {
        Map<String, String> chosen = new HashMap<>();
        return new Settings() {
            @Override
            public String get(String name, String otherwise) {
                return chosen.getOrDefault(name, otherwise);
            }

            @Override
            public void put(String name, String value) {
                chosen.put(name, value);
            }
        };
    }
}
