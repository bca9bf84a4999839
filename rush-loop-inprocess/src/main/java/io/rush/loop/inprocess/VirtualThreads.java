package io.rush.loop.inprocess;

import java.util.Objects;

/** Virtual threads where the JVM has them; looked up by name, as rush is compiled for Java 17. */
final class VirtualThreads {
    /** The Java release that brought them. */
    static final int SINCE = 21;

    private VirtualThreads() {}

    static boolean exist() {
        return Runtime.version().feature() >= SINCE;
    }

    static Thread create(String name, Runnable work) {
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object builder = type.getMethod("name", String.class)
                    .invoke(Thread.class.getMethod("ofVirtual").invoke(null), name);
            return (Thread) Objects.requireNonNull(
                    type.getMethod("unstarted", Runnable.class).invoke(builder, work));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("this JVM has no virtual threads: " + Runtime.version(), missing);
        }
    }
}
