package org.consilium.store;

import java.util.List;

/**
 * How a store is opened.
 *
 * @param user who works with it: stands in the audit trail where nobody else is named
 * @param migrations where Flyway finds the steps of the schema
 * @param readers connections that read at the same time
 */
public record StoreOptions(String user, List<String> migrations, int readers) {
    public StoreOptions {
        migrations = List.copyOf(migrations);
    }

    /** As the application opens it, for the person who is logged in to this machine. */
    public static StoreOptions standard() {
        return new StoreOptions(
                System.getProperty("user.name", "unknown"), List.of("classpath:db/migration"), 3);
    }
}
