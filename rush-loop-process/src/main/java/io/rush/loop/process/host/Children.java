package io.rush.loop.process.host;

import io.rush.api.LoopContext;
import io.rush.loop.process.option.Options;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The child that works, the one that comes next, and the one before. Used by one thread. */
final class Children implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Children.class.getName());

    private final ChildStarter starter;
    private final Options options;
    private final Farewell farewell;
    private @Nullable Child present;
    private @Nullable Child next;

    Children(LoopContext context, Options options) {
        this.starter = new ChildStarter(context, options);
        this.options = options;
        this.farewell = new Farewell(options.killGrace());
    }

    /** Has a child ready for the first task. */
    void prepare() {
        if (options.spare()) {
            next = startNext();
        }
    }

    /**
     * The child for a task; it may still be starting.
     *
     * @throws IOException if the system starts no process
     */
    Child take() throws IOException {
        Child child = present;
        if (child == null || !child.isUsable()) {
            release();
            child = replacement();
            present = child;
        }
        return child;
    }

    /** One that died while it waited is nobody's fault yet. */
    private Child replacement() throws IOException {
        Child waiting = next;
        next = null;
        if (waiting != null && waiting.diedEarly()) {
            farewell.kill(waiting);
            waiting = null;
        }
        return waiting == null ? starter.start() : waiting;
    }

    /** Has the next child started while the present one works on its last task. */
    void prepareNext() {
        if (options.spare() && next == null && present != null && options.isEnough(present.tasks())) {
            next = startNext();
        }
    }

    private @Nullable Child startNext() {
        try {
            return starter.start();
        } catch (IOException refused) {
            LOG.log(Level.DEBUG, "the next child does not start; it is tried again for its task", refused);
            return null;
        }
    }

    /** The present child has done its task; retires it if that was its last. */
    void giveBack() {
        Child child = present;
        if (child != null && (!child.isUsable() || options.isEnough(child.tasks()))) {
            release();
        }
    }

    private void release() {
        Child child = present;
        present = null;
        if (child != null) {
            farewell.retire(child);
        }
    }

    /** Ends all of them; at once in an interrupted thread. */
    @Override
    public void close() {
        boolean hurry = Thread.interrupted();
        Duration grace = hurry ? Duration.ZERO : options.killGrace();
        try {
            end(present, grace);
            end(next, grace);
            farewell.close();
        } finally {
            starter.close();
            if (hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void end(@Nullable Child child, Duration grace) {
        if (child == null) {
            return;
        }
        if (grace.isZero()) {
            child.kill();
        } else {
            child.retire(grace);
        }
    }
}
