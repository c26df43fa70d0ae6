package org.consilium.cli;

import java.util.Arrays;
import java.util.Map;
import org.consilium.security.AccessException;

/** From the environment, else from a prompt that does not echo. */
record Passphrase(Map<String, String> environment) {
    private static final String VARIABLE = "CONSILIUM_PASSPHRASE";

    char[] read() throws AccessException {
        String given = environment.get(VARIABLE);
        return given == null ? prompt("Passphrase: ") : given.toCharArray();
    }

    /** Asks twice, unless it comes from the environment. */
    char[] choose() throws AccessException {
        if (environment.containsKey(VARIABLE)) {
            return read();
        }
        char[] first = prompt("New passphrase: ");
        char[] second = prompt("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            throw new AccessException("The two passphrases differ.");
        }
        return first;
    }

    private static char[] prompt(String question) throws AccessException {
        java.io.Console terminal = System.console();
        char[] answer = terminal == null ? null : terminal.readPassword(question);
        if (answer == null) {
            throw new AccessException(
                    "There is no terminal to ask for the passphrase: set " + VARIABLE + ".");
        }
        return answer;
    }
}
