package org.consilium.app;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.security.AccessException;
import org.consilium.security.Vault;
import org.consilium.store.Database;

/**
 * One folder with a store and its key.
 *
 * @param models folder of the base models
 */
record Home(Path folder, Path models) {

    /** Whether there is a store to unlock. */
    boolean exists() {
        return new Vault(folder).exists();
    }

    /**
     * Makes the store. The passphrase is wiped.
     *
     * @throws AccessException when there is one already, or the passphrase is too short
     */
    Context create(char[] passphrase) throws AccessException, IOException {
        Vault vault = new Vault(folder);
        if (Database.exists(folder) && !vault.exists()) {
            throw new AccessException(
                    "The folder %s holds a store without its key.json: put that back from a backup, or choose another folder."
                            .formatted(folder));
        }
        byte[] key = vault.create(passphrase);
        try {
            return Context.open(folder, key, models);
        } catch (AccessException | RuntimeException | IOException e) {
            // a key without a store would lock the folder
            if (!Database.exists(folder)) {
                vault.discard();
            }
            throw e;
        }
    }

    /**
     * Opens the store. The passphrase is wiped.
     *
     * @throws AccessException when the passphrase is wrong, the store is in use, or there is none
     */
    Context unlock(char[] passphrase) throws AccessException, IOException {
        Vault vault = new Vault(folder);
        return Context.open(folder, vault.unlock(passphrase), models);
    }
}
