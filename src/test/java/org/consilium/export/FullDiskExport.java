package org.consilium.export;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.store.TestStores;

/** Exports more than may be written, and says why it failed. */
final class FullDiskExport {
    static final int PATIENTS = 400;

    private FullDiskExport() {}

    /** Arguments: home, target. */
    public static void main(String[] arguments) throws Exception {
        try (ExportStore store = new ExportStore(Path.of(arguments[0]))) {
            TestStores.fill(store.database(), "ward", PATIENTS, 1);
            System.out.println("filled");
            store.export("ward", ExportStore.EVENTS, Path.of(arguments[1]));
            System.out.println("exported");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
