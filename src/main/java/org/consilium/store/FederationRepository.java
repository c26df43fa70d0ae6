package org.consilium.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What this installation keeps of federations: its key pair, whose files it believes, and what it
 * sent. Every change is in the audit trail. Thread-safe.
 */
public final class FederationRepository {
    private final Database database;
    private final Clock clock;

    public FederationRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A key pair as it is kept: encoded, and encrypted by the store. */
    public record Keys(byte[] publicKey, byte[] privateKey) {}

    /** Somebody whose files are believed. */
    public record Signer(String name, byte[] publicKey) {}

    /** The installation's keys, made where there are none yet. */
    public Keys keys(Supplier<Keys> fresh) {
        return database.read(FederationRepository::keys).orElseGet(() -> made(fresh.get()));
    }

    private Keys made(Keys fresh) {
        return database.writeForGood(handle -> {
            Optional<Keys> there = keys(handle);
            if (there.isPresent()) {
                return there.get();
            }
            handle.execute(
                    "INSERT INTO signing_key (id, public_key, private_key) VALUES (1, ?, ?)",
                    fresh.publicKey(),
                    fresh.privateKey());
            audit(handle, "make signing key", "federation");
            return fresh;
        });
    }

    private static Optional<Keys> keys(Handle handle) {
        return handle.createQuery("SELECT public_key, private_key FROM signing_key")
                .map((row, context) -> new Keys(row.getBytes(1), row.getBytes(2)))
                .findOne();
    }

    /** Those whose files are believed, by name. */
    public List<Signer> signers() {
        return database.read(FederationRepository::signers);
    }

    private static List<Signer> signers(Handle handle) {
        return handle.createQuery("SELECT name, public_key FROM signer ORDER BY name")
                .map((row, context) -> new Signer(row.getString(1), row.getBytes(2)))
                .list();
    }

    /**
     * @throws IllegalArgumentException when the name or the key is there already
     */
    public void trust(Signer signer) {
        database.writeForGood(handle -> {
            for (Signer each : signers(handle)) {
                if (each.name().equals(signer.name())
                        || Arrays.equals(each.publicKey(), signer.publicKey())) {
                    throw new IllegalArgumentException(
                            "%s is trusted already: remove that first if the key has changed."
                                    .formatted(each.name()));
                }
            }
            handle.execute(
                    "INSERT INTO signer (name, public_key, trusted_at) VALUES (?, ?, ?)",
                    signer.name(),
                    signer.publicKey(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            audit(handle, "trust signer", signer.name());
            return true;
        });
    }

    /** Returns whether there was one of that name. */
    public boolean distrust(String name) {
        return database.writeForGood(handle -> {
            boolean there = handle.execute("DELETE FROM signer WHERE name = ?", name) > 0;
            if (there) {
                audit(handle, "distrust signer", name);
            }
            return there;
        });
    }

    /** The latest round of a federation that an update was written for. */
    public OptionalInt joined(String federation) {
        return database.read(handle ->
                handle.createQuery("SELECT MAX(round) FROM federation_update WHERE federation = ?")
                        .bind(0, federation)
                        .map((row, context) -> {
                            int round = row.getInt(1);
                            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(round);
                        })
                        .one());
    }

    /** That an update was written, before it is: noise is never drawn twice for one round. */
    public void join(String federation, String name, int round) {
        database.writeForGood(handle -> {
            handle.execute(
                    "MERGE INTO federation_update (federation, round, at) KEY (federation, round) VALUES (?, ?, ?)",
                    federation,
                    round,
                    clock.instant().atOffset(ZoneOffset.UTC));
            audit(handle, "write update", "%s, round %d".formatted(name, round));
            return true;
        });
    }

    /** That a round was written. */
    public void opened(String name, int round) {
        database.writeForGood(handle -> {
            audit(handle, "open round", "%s, round %d".formatted(name, round));
            return true;
        });
    }

    private void audit(Handle handle, String what, String subject) {
        Instant now = clock.instant();
        database.audit().append(handle, now, what, subject);
    }
}
