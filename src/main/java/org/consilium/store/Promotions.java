package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of what was served when, and by whose waiver. */
final class Promotions {
    private Promotions() {}

    static void waive(Handle handle, long promotion, WaiverRow waiver) {
        handle.execute(
                "INSERT INTO waiver (promotion, signed_by, reason, findings) VALUES (?, ?, ?, ?)",
                promotion,
                waiver.signedBy(),
                waiver.reason(),
                Deflated.text(waiver.findings()));
    }

    static byte[] digest(WaiverRow waiver) {
        return new Digest()
                .add(waiver.signedBy())
                .add(waiver.reason())
                .add(waiver.findings())
                .bytes();
    }

    static List<PromotionRow> rows(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT p.model, p.before, p.takes_back, p.at, w.signed_by, w.reason, w.findings
                        FROM promotion p LEFT JOIN waiver w ON w.promotion = p.id ORDER BY p.id DESC
                        """)
                .map((row, context) ->
                        new PromotionRow(
                                row.getString("model"),
                                row.getString("before"),
                                row.getObject("takes_back") != null,
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                waiver(row)))
                .list();
    }

    private static @Nullable WaiverRow waiver(ResultSet row) throws SQLException {
        String signed = row.getString("signed_by");
        return signed == null
                ? null
                : new WaiverRow(
                        signed, row.getString("reason"), Deflated.text(row.getBytes("findings")));
    }
}
