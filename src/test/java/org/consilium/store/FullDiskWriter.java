package org.consilium.store;

import java.nio.file.Path;

/** Imports cohort after cohort and counts them, until the store fails: then says why. */
final class FullDiskWriter {
    static final int PATIENTS = 70;

    private FullDiskWriter() {}

    /** Argument: home. */
    public static void main(String[] arguments) {
        int done = 0;
        try (Database database = TestStores.open(Path.of(arguments[0]))) {
            while (done < 1000) {
                TestStores.fill(database, "Ward " + done, PATIENTS, done);
                System.out.println(++done);
            }
        } catch (StoreException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
