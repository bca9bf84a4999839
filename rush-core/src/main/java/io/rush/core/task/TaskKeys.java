package io.rush.core.task;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes keys that no other process makes: 64 random bits of this process, then a running number, both in base 36. */
public final class TaskKeys {
    private static final String PROCESS = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    private static final AtomicLong COUNTER = new AtomicLong();

    private TaskKeys() {}

    public static String next() {
        return PROCESS + "-" + Long.toString(COUNTER.incrementAndGet(), Character.MAX_RADIX);
    }
}
