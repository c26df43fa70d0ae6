package org.consilium.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.consilium.clinical.Decision;
import org.jspecify.annotations.Nullable;

/** Decisions in the flat form that the command line promises. */
final class PlanJson {
    private PlanJson() {}

    /** One decision. */
    record Row(
            LocalDateTime at,
            String kind,
            String system,
            String code,
            String display,
            String verdict,
            @Nullable String reason,
            @Nullable String override,
            @Nullable String change,
            @Nullable LocalDate until,
            @Nullable String note,
            String model,
            String decidedBy,
            Instant decidedAt) {}

    static Row row(Decision decision) {
        return new Row(
                decision.at(),
                decision.kind().name().toLowerCase(Locale.ROOT),
                decision.item().system().uri(),
                decision.item().code(),
                decision.item().display(),
                verdict(decision),
                lower(decision.reason()),
                lower(decision.override()),
                decision.change(),
                decision.until(),
                decision.note(),
                decision.model(),
                decision.decidedBy(),
                decision.decidedAt());
    }

    static String verdict(Decision decision) {
        return decision.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String lower(@Nullable Enum<?> reason) {
        return reason == null ? null : reason.name().toLowerCase(Locale.ROOT);
    }
}
