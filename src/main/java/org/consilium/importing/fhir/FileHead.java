package org.consilium.importing.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.importing.source.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * What the first kilobytes of a file tell.
 *
 * @param name in lower case, without the ending of a packed file
 * @param text the beginning, from its first character that is not blank
 */
record FileHead(String name, String text) {
    private static final int PEEK = 1 << 14;
    private static final Pattern TYPE =
            Pattern.compile("\"resourceType\"\\s*:\\s*\"([A-Za-z]{1,64})\"");
    private static final String SYNTHEA = "github.com/synthetichealth/synthea";

    static FileHead of(InputFile file) throws IOException {
        String text = new String(file.head(PEEK), StandardCharsets.UTF_8);
        // what is in UTF-16 reads well enough without its zeros
        String plain = text.replace("\0", "").replace("\uFFFD", "").replace("\uFEFF", "");
        return new FileHead(file.plainName(), plain.stripLeading());
    }

    /** The type of the first resource, of a Bundle that of its first entry; null where none is. */
    @Nullable String type() {
        if (!text.startsWith("{")) {
            return null;
        }
        Matcher types = TYPE.matcher(text);
        String first = types.find() ? types.group(1) : null;
        return "Bundle".equals(first) && types.find() ? types.group(1) : first;
    }

    /** FHIR by its content, or JSON by its name: of that it is said what is wrong with it. */
    boolean mayBeFhir() {
        boolean longLine = isLinesByName() && text.indexOf('\n') < 0 && text.length() > PEEK / 2;
        return type() != null || name.endsWith(".json") || longLine;
    }

    boolean isSyntheas() {
        return text.contains(SYNTHEA);
    }

    /** By what follows the first object where it ends early enough, else by the name. */
    FhirFile.Form form() {
        int end = endOfFirst();
        boolean another = end > 0 && text.substring(end).stripLeading().startsWith("{");
        return another || isLinesByName() ? FhirFile.Form.LINES : FhirFile.Form.DOCUMENT;
    }

    private boolean isLinesByName() {
        return name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    /** After the object that begins the text; 0 where its end is not in its first line. */
    private int endOfFirst() {
        int line = text.indexOf('\n');
        int most = line < 0 ? text.length() : line;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return 0;
    }
}
