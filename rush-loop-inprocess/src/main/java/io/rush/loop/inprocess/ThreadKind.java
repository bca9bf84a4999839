package io.rush.loop.inprocess;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which threads evaluate tasks. */
enum ThreadKind {
    PLATFORM {
        @Override
        Thread create(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            // Neither a lane nor one that was abandoned keeps the JVM of a worker that has left.
            thread.setDaemon(true);
            return thread;
        }
    },
    VIRTUAL {
        @Override
        Thread create(String name, Runnable work) {
            return VirtualThreads.create(name, work);
        }
    };

    /** A thread that was not started; it inherits what the calling thread hands down. */
    abstract Thread create(String name, Runnable work);

    /** How users write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ThreadKind> of(Object text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
