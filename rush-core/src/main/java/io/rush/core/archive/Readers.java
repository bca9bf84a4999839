package io.rush.core.archive;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads pages on several threads, so that Redis and the network are at work while others decode. For one call.
 *
 * @param <T> a page
 */
final class Readers<T> {
    /** Threads that read, the caller's among them: one waits for Redis while another one decodes. */
    private static final int THREADS = 3;

    private final IntFunction<T> reader;
    private final List<CompletableFuture<T>> pages;
    private final AtomicInteger next = new AtomicInteger();

    private Readers(int number, IntFunction<T> reader) {
        this.reader = reader;
        this.pages = Stream.generate(CompletableFuture<T>::new).limit(number).toList();
    }

    /**
     * Reads pages and hands them over in order, on the caller's thread.
     *
     * @param number how many pages
     * @param reader reads a page by its index; called by several threads. What it throws reaches the caller after the
     *     pages in front of it were handed over
     * @param target takes a page, or refuses it, and is given no more then
     * @return whether all pages were taken
     */
    static <T> boolean readInOrder(int number, IntFunction<T> reader, Predicate<T> target) {
        Readers<T> readers = new Readers<>(number, reader);
        for (int i = 1; i < Math.min(THREADS, number); i++) {
            Thread helper = new Thread(readers::read, "rush-archive-reader-" + i);
            helper.setDaemon(true);
            helper.start();
        }
        readers.read();
        return readers.pages.stream().allMatch(page -> target.test(result(page)));
    }

    private void read() {
        for (int i = next.getAndIncrement(); i < pages.size(); i = next.getAndIncrement()) {
            read(i);
        }
    }

    private void read(int index) {
        try {
            pages.get(index).complete(reader.apply(index));
        } catch (RuntimeException | Error failure) {
            // The pages in front of it are read or being read; nobody wants those behind it.
            next.set(pages.size());
            pages.get(index).completeExceptionally(failure);
        }
    }

    private static <T> T result(CompletableFuture<T> page) {
        try {
            return page.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (failed.getCause() instanceof Error failure) {
                throw failure;
            }
            throw failed;
        }
    }
}
