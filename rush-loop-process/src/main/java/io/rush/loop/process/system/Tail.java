package io.rush.loop.process.system;

import java.nio.charset.Charset;

/** Keeps the last {@value #LIMIT} bytes of an output. Thread-safe. */
final class Tail {
    /** Bytes that are kept. */
    static final int LIMIT = 4_096;

    private final byte[] ring = new byte[LIMIT];
    private long total;

    synchronized void add(byte[] bytes, int count) {
        int kept = Math.min(count, LIMIT);
        for (int i = count - kept; i < count; i++) {
            ring[(int) ((total + i) % LIMIT)] = bytes[i];
        }
        total += count;
    }

    /** As text; begins with a whole line where something was cut off and there is one. */
    synchronized String text(Charset charset) {
        int length = (int) Math.min(total, LIMIT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((total - length + i) % LIMIT)];
        }
        String text = new String(bytes, charset);
        int firstLine = total > LIMIT ? text.indexOf('\n') : -1;
        return text.substring(firstLine + 1).strip();
    }
}
