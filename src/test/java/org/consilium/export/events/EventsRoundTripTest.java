package org.consilium.export.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Timeline;
import org.consilium.export.AsRead;
import org.consilium.export.ExportStore;
import org.consilium.export.RoundTrip;
import org.consilium.importing.events.EventsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported to the events format and read again is the same. */
class EventsRoundTripTest {
    private static final int DEMO = 40;

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    private Map<String, Timeline> exportAndRead(List<Timeline> timelines) throws Exception {
        try (ExportStore store = new ExportStore(home)) {
            store.put("ward", timelines);
            store.export("ward", ExportStore.EVENTS, folder.resolve("out"));
        }
        Map<String, Timeline> read = new HashMap<>();
        RoundTrip.read(new EventsReader(), folder.resolve("out"))
                .forEach(each -> read.put(each.patient().id(), each));
        return read;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomTimelinesComeBackButForTheDocumentedLoss(long seed) throws Exception {
        List<Timeline> before = RoundTrip.random(seed);
        Map<String, Timeline> after = exportAndRead(before);
        assertThat(after).hasSameSizeAs(before);
        AsRead expected = new AsRead();
        AsRead found = new AsRead();
        for (Timeline each : before) {
            Timeline read = Objects.requireNonNull(after.get(each.patient().id()));
            assertThat(found.of(read)).isEqualTo(expected.of(each));
        }
    }

    @Test
    void patientsAsASourceRecordsThemSayTheSameFacts() throws Exception {
        List<Timeline> before = RoundTrip.demo(DEMO);
        Map<String, Timeline> after = exportAndRead(before);
        for (Timeline each : before) {
            Timeline read = Objects.requireNonNull(after.get(each.patient().id()));
            assertThat(read.patient()).isEqualTo(each.patient());
            assertThat(RoundTrip.facts(read).equals(RoundTrip.facts(each)))
                    .as("the facts of %s", each.patient().id())
                    .isTrue();
        }
    }
}
