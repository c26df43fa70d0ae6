package org.consilium.importing.fhir;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.job.NamedThreads;

/**
 * Parses the next documents while an earlier one is being placed, and gives them in order: parsing
 * takes nearly all of the time, and a document does not depend on any other before it is placed.
 * How many bytes are ahead is bounded, so that large documents are parsed one by one. Used by one
 * thread.
 *
 * @param <T> what parsing makes of a document
 */
final class DocumentsAhead<T> implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_AHEAD = 3;
    private static final long BYTES_AHEAD = 64L << 20;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new NamedThreads("fhir-parser"));
    private final Iterator<FhirFile> files;
    private final Parsing<T> parsing;
    private final Deque<Ahead<T>> ahead = new ArrayDeque<>();
    private long bytesAhead;
    private FhirFile next;
    private boolean over;

    /** What parses a document; called by several threads. */
    @FunctionalInterface
    interface Parsing<T> {
        T parse(FhirFile file) throws IOException;
    }

    /** A document with what parsing made of it. */
    record Parsed<T>(FhirFile file, T content) {}

    private record Ahead<T>(FhirFile file, Future<T> content) {}

    /**
     * @param files at least one
     */
    DocumentsAhead(List<FhirFile> files, Parsing<T> parsing) {
        this.files = files.iterator();
        this.parsing = parsing;
        this.next = this.files.next();
    }

    boolean hasNext() {
        fill();
        return !ahead.isEmpty();
    }

    /**
     * The next document, once it is parsed.
     *
     * @throws IOException what parsing it threw; so with unchecked exceptions
     */
    Parsed<T> next() throws IOException {
        fill();
        Ahead<T> first = ahead.remove();
        bytesAhead -= first.file.file().size();
        try {
            return new Parsed<>(first.file, first.content.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private void fill() {
        while (!over && mayStart(next)) {
            FhirFile file = next;
            Callable<T> task = () -> parsing.parse(file);
            ahead.add(new Ahead<>(file, threads.submit(task)));
            bytesAhead += file.file().size();
            over = !files.hasNext();
            next = over ? file : files.next();
        }
    }

    private boolean mayStart(FhirFile file) {
        return ahead.isEmpty()
                || ahead.size() < MOST_AHEAD && bytesAhead + file.file().size() <= BYTES_AHEAD;
    }

    /** Waits for what is being parsed: nobody reads a file after this. */
    @Override
    public void close() {
        ahead.forEach(each -> each.content.cancel(false));
        threads.shutdown();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
