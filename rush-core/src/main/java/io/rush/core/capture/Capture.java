package io.rush.core.capture;

import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSink;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Captures what is logged in this JVM and hands it to the worker that the logging thread belongs to. The logging
 * libraries are tapped while there is a worker that wants something. Thread-safe.
 *
 * <p>Threads of the common pool work for anybody and belong to no worker. A thread of any other pool belongs to the worker
 * that made the pool start it.
 */
public final class Capture implements LogSink {
    private static final InheritableThreadLocal<@Nullable Subscription> THREADS = new InheritableThreadLocal<>();
    private static final Capture OF_JVM = new Capture();
    private static final Subscription NOBODY = new Subscription(new Thresholds(Map.of()), new Nowhere());

    private final List<Subscription> subscriptions = new ArrayList<>();
    private volatile @Nullable Subscription ofAllOthers;
    private @Nullable Sources sources;

    private Capture() {}

    /**
     * Begins to capture for a worker.
     *
     * @param thresholds by name of a logger, the lowest level that is handed over
     * @param scope whose events are the worker's
     * @param classLoader where sources are looked up, unless others are captured already
     */
    public static Subscription begin(
            Map<String, Level> thresholds, CaptureScope scope, ClassLoader classLoader, Destination destination) {
        Subscription subscription = new Subscription(new Thresholds(thresholds), destination);
        OF_JVM.add(subscription, scope, classLoader);
        return subscription;
    }

    /** What this thread and those that it starts from now on log is not captured. */
    public static void silence() {
        THREADS.set(NOBODY);
    }

    /** The calling thread, which was a worker's, ends. */
    public static void endOfThread() {
        Subscription subscription = THREADS.get();
        if (subscription != null) {
            THREADS.remove();
            subscription.destination().end();
        }
    }

    static void end(Subscription subscription) {
        OF_JVM.remove(subscription);
    }

    private synchronized void add(Subscription subscription, CaptureScope scope, ClassLoader classLoader) {
        if (sources == null) {
            sources = Sources.open(classLoader, this);
        }
        subscriptions.add(subscription);
        sources.levels(lowest());
        if (scope == CaptureScope.JVM) {
            ofAllOthers = subscription;
        } else {
            THREADS.set(subscription);
        }
    }

    private synchronized void remove(Subscription subscription) {
        if (THREADS.get() == subscription) {
            THREADS.remove();
        }
        if (ofAllOthers == subscription) {
            ofAllOthers = null;
        }
        if (subscriptions.remove(subscription) && sources != null) {
            if (subscriptions.isEmpty()) {
                sources.close();
                sources = null;
            } else {
                sources.levels(lowest());
            }
        }
    }

    /** For each logger that anybody names, the lowest level. */
    private Map<String, Level> lowest() {
        Map<String, Level> lowest = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            subscription.thresholds().levels().forEach((logger, level) -> lowest.merge(logger, level, Capture::lower));
        }
        return lowest;
    }

    private static Level lower(Level one, Level other) {
        return one.getSeverity() <= other.getSeverity() ? one : other;
    }

    @Override
    public boolean wants(Level level, String logger) {
        Subscription subscription = ofCurrentThread();
        return subscription != null && subscription.wants(level, logger);
    }

    @Override
    public void accept(LogEvent event) {
        Subscription subscription = ofCurrentThread();
        if (subscription != null && subscription.wants(event.level(), event.logger())) {
            subscription.accept(event);
        }
    }

    private @Nullable Subscription ofCurrentThread() {
        Subscription subscription = THREADS.get();
        return subscription == null || isOfCommonPool(Thread.currentThread()) ? ofAllOthers : subscription;
    }

    private static boolean isOfCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    private static final class Nowhere implements Destination {
        @Override
        public void accept(LogEvent event) {}

        @Override
        public void end() {}
    }
}
