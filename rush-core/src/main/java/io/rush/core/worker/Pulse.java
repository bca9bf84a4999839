package io.rush.core.worker;

import io.rush.api.Heartbeat;
import io.rush.api.store.RedisReply;
import io.rush.core.script.Arguments;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.task.TaskOwner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The heartbeat of one worker: a daemon thread that tells Redis that the worker is alive, and learns how the worker
 * stands. A connection that is lost is sought again for ever. Ends when the worker is gone, or by {@link #close}.
 * Thread-safe.
 */
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Pulse.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long GONE = 2;
    private static final Map<String, String> WORDS =
            Map.of("killed", "it was killed", "lost", "it was declared lost", "terminated", "it has left");

    private final PulseLine.Opener opener;
    private final String workerId;
    private final Heartbeat heartbeat;
    private final Consumer<String> whenGone;
    private final Object registration = new Object();
    private volatile long epoch;
    private volatile LongConsumer follower = standing -> {};
    private Optional<PulseLine> line = Optional.empty();
    private boolean failing;
    private boolean closed;

    private Pulse(PulseLine.Opener opener, String workerId, Heartbeat heartbeat, Consumer<String> whenGone) {
        this.opener = opener;
        this.workerId = workerId;
        this.heartbeat = heartbeat;
        this.whenGone = whenGone;
    }

    /**
     * Starts the heartbeat of a worker that is about to register.
     *
     * @param whenGone told in words why the worker is gone, once and unless the pulse was closed before
     */
    public static Pulse start(
            PulseLine.Opener opener, String workerId, Heartbeat heartbeat, Consumer<String> whenGone) {
        Pulse pulse = new Pulse(opener, workerId, heartbeat, whenGone);
        Thread thread = new Thread(pulse::run, "rush-heartbeat-" + workerId);
        thread.setDaemon(true);
        thread.start();
        return pulse;
    }

    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Registers the worker; what Redis says meanwhile of the worker before its registration does not count. */
    TaskOwner register(Supplier<TaskOwner> call) {
        synchronized (registration) {
            TaskOwner owner = call.get();
            epoch = owner.epoch();
            return owner;
        }
    }

    /** Tells somebody each time how the worker stands. */
    public void follow(LongConsumer standings) {
        follower = standings;
    }

    private void run() {
        try {
            while (!isClosed()) {
                Duration pause = beat() ? heartbeat.period() : shorter(RETRY, heartbeat.period());
                await(Deadline.after(pause));
            }
        } finally {
            line.ifPresent(Pulse::closeQuietly);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** One sign of life; not even a lack of memory ends the thread, as the worker lives as long as its JVM does. */
    private boolean beat() {
        try {
            long asked = epoch;
            List<RedisReply> answer = call(asked);
            failing = false;
            learn(asked, answer.get(0).asLong(), answer.get(1).asText());
            return true;
        } catch (RuntimeException | Error away) {
            tell(away);
            return false;
        }
    }

    private List<RedisReply> call(long asked) {
        if (line.isEmpty()) {
            line = Optional.of(opener.open());
        }
        NetworkStore network = line.get().network();
        Arguments arguments =
                new Arguments().add(workerId).add(asked).add(heartbeat.expire().toMillis());
        return network.run(Script.HEARTBEAT, arguments).asList();
    }

    private void tell(Throwable away) {
        if (!failing && !isClosed()) {
            failing = true;
            LOG.log(
                    Level.WARNING,
                    "the heartbeat of worker {0} does not reach Redis and goes on trying: {1}",
                    workerId,
                    away.getMessage());
        }
    }

    private void learn(long asked, long standing, String how) {
        synchronized (registration) {
            if (epoch != asked) {
                return;
            }
        }
        synchronized (this) {
            if (!closed) {
                follower.accept(standing);
                if (standing == GONE) {
                    closed = true;
                    whenGone.accept(WORDS.getOrDefault(how, "the network was reset"));
                }
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void await(Deadline deadline) {
        try {
            while (!closed && !deadline.isOver()) {
                wait(Math.max(1, deadline.left().toMillis()));
            }
        } catch (InterruptedException unasked) {
            LOG.log(Level.DEBUG, "a heartbeat was interrupted and goes on", unasked);
        }
    }

    private static void closeQuietly(PulseLine line) {
        try {
            line.close();
        } catch (RuntimeException broken) {
            LOG.log(Level.DEBUG, "the connection of a heartbeat could not be closed", broken);
        }
    }

    /** Ends the heartbeat, without telling that the worker is gone; twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
