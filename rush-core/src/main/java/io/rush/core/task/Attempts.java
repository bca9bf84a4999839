package io.rush.core.task;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the attempts under which a worker takes tasks: those that begin as they are taken, or those that a feed
 * reserves. Thread-safe, but for {@link #begin}.
 */
final class Attempts {
    private final String prefix;
    private final AtomicLong next;
    private volatile long begun;

    private Attempts(String prefix, long first) {
        this.prefix = prefix;
        this.next = new AtomicLong(first);
    }

    /** Attempts that begin at once. */
    static Attempts direct() {
        return new Attempts("", 0);
    }

    /** Attempts of a feed; none has begun. */
    static Attempts reserved(long feed) {
        return new Attempts(feed + "r", 1);
    }

    /** What stands before the number of an attempt. */
    String prefix() {
        return prefix;
    }

    /** Takes consecutive numbers for the tasks of one call. */
    long take(int count) {
        return next.getAndAdd(count);
    }

    /** Gives the latest numbers back: the next call takes them again. */
    void putBack(int count) {
        next.addAndGet(-count);
    }

    /** The number that the next call takes first. */
    long next() {
        return next.get();
    }

    /** The text of an attempt: no two attempts of a worker have the same. */
    String text(long number) {
        return prefix + number;
    }

    /** Whether the text is that of an attempt of this kind with a larger number. */
    boolean isAfter(long number, String text) {
        return !prefix.isEmpty() && text.startsWith(prefix) && Long.parseLong(text.substring(prefix.length())) > number;
    }

    /** Notes that an attempt begins, and with it those before it. */
    void begin(long number) {
        begun = number;
    }

    /** The last number that has begun. */
    long begun() {
        return begun;
    }

    /** What Redis is told of attempts that have begun; empty if all begin at once. */
    String mark() {
        return prefix.isEmpty() ? "" : text(begun);
    }
}
