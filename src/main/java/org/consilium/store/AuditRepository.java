package org.consilium.store;

import java.util.List;
import java.util.Optional;

/** Reading the audit trail. Thread-safe. */
public final class AuditRepository {
    private final Database database;

    public AuditRepository(Database database) {
        this.database = database;
    }

    /** Every entry, the first first. */
    public List<AuditEntry> entries() {
        return database.read(AuditTrail::entries);
    }

    /** The first entry that is not what was written, as one sentence, if there is one. */
    public Optional<String> broken() {
        return database.read(AuditTrail::broken);
    }
}
