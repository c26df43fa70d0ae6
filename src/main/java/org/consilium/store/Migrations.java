package org.consilium.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema to this version, by Flyway; what is in a store already is backed up before. */
final class Migrations {
    private final StoreFile file;
    private final Path backups;
    private final Flyway flyway;

    Migrations(StoreFile file, Path backups, List<String> locations) {
        this.file = file;
        this.backups = backups;
        this.flyway =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(file.writing())
                        .locations(locations.toArray(String[]::new))
                        .load();
    }

    /**
     * @throws StoreException when the store is of a later version, or can't be brought to this one
     */
    void run() throws IOException {
        MigrationInfoService info = flyway.info();
        if (Arrays.stream(info.all()).anyMatch(Migrations::isLater)) {
            throw new StoreException(
                    StoreException.Kind.LATER_VERSION,
                    "This store was made by a later version of Consilium: install that version or a newer one.",
                    null);
        }
        if (info.pending().length == 0) {
            return;
        }
        if (info.current() == null) {
            flyway.migrate();
            return;
        }
        Path backup = new Backup(file).make(backups);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    StoreException.Kind.FAILED,
                    "The store could not be brought to this version: put back consilium.mv.db from backups/"
                            + backup.getFileName()
                            + " and use the version of Consilium that you had.",
                    Failures.translate(e));
        }
    }

    private static boolean isLater(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
