package io.rush.core.launch;

/** Keeps the last {@value #LIMIT} characters of lines. Thread-safe. */
final class Tail {
    /** Characters that are kept. */
    static final int LIMIT = 4_096;

    private final StringBuilder text = new StringBuilder();

    synchronized void add(String line) {
        text.append(line).append('\n');
        if (text.length() > 2 * LIMIT) {
            cut();
        }
    }

    synchronized String text() {
        cut();
        return text.toString();
    }

    private void cut() {
        text.delete(0, Math.max(0, text.length() - LIMIT));
    }
}
