package org.consilium.importing.source;

/** Names of files as they may be shown: on one line, and not longer than a name is. */
final class FileNames {
    private static final int LONGEST = 255;

    private FileNames() {}

    /**
     * The name with each control character (a line break, say) as a question mark; of a longer one
     * its last {@value #LONGEST} characters, because its ending tells what it is.
     */
    static String shown(String name) {
        String end = name.substring(Math.max(0, name.length() - LONGEST));
        if (end.codePoints().noneMatch(FileNames::isUnfit)) {
            return end;
        }
        StringBuilder shown = new StringBuilder(end.length());
        end.codePoints().forEach(c -> shown.appendCodePoint(isUnfit(c) ? '?' : c));
        return shown.toString();
    }

    /** Control characters, and halves of characters that are none alone. */
    private static boolean isUnfit(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }
}
