package org.consilium.importing.events;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.job.Progress;

/**
 * How fast a folder of the events format becomes timelines, beside commons-csv alone walking the
 * cells of its events.csv.gz. Arguments: folders. The store is not in it.
 */
public final class EventsBenchmark implements PatientSink {
    private static final int ROUNDS = 3;

    private final AtomicLong events = new AtomicLong();

    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            for (int round = 0; round < ROUNDS; round++) {
                long begun = cpu();
                EventsBenchmark read = new EventsBenchmark();
                new EventsReader().read(List.of(Path.of(folder)), read, Progress.NONE);
                print(folder, "reader", read.events.get(), begun);
                begun = cpu();
                print(folder, "commons-csv alone", walk(Path.of(folder, "events.csv.gz")), begun);
            }
        }
    }

    private static void print(String folder, String what, long rows, long begun) {
        double seconds = (cpu() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %,d rows in %.2f s of processor time, %,.0f a second%n",
                folder,
                what,
                rows,
                seconds,
                rows / seconds);
    }

    /** Of this thread: other processes on the machine don't count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long walk(Path file) throws IOException {
        long rows = 0;
        long characters = 0;
        try (Reader text =
                        new InputStreamReader(
                                new BufferedInputStream(
                                        new GZIPInputStream(Files.newInputStream(file))),
                                StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.parse(text)) {
            for (CSVRecord row : parser) {
                rows++;
                for (String cell : row) {
                    characters += cell.length();
                }
            }
        }
        return characters == 0 ? 0 : rows;
    }

    @Override
    public void patient(Timeline timeline) {
        events.addAndGet(timeline.events().size() + timeline.encounters().size());
    }

    @Override
    public void skipped(String type) {}

    @Override
    public void rejected(ImportIssue issue) {}
}
