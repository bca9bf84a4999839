package io.rush.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.log.LogEvent;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CaptureTest {
    private static final Map<String, Level> APP = Map.of("capture", Level.DEBUG);
    private static final Logger LOGGER = Logger.getLogger("capture.test");

    private final Collector collector = new Collector();

    private static Subscription begin(CaptureScope scope, Collector collector) {
        Subscription subscription = Capture.begin(APP, scope, CaptureTest.class.getClassLoader(), collector);
        collector.subscriptions.add(subscription);
        return subscription;
    }

    private static void inThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    @Test
    void aRecordIsHandedOverWithItsParametersAndThrowable() {
        IllegalStateException thrown = new IllegalStateException("broken");
        try (Subscription subscription = begin(CaptureScope.THREAD, collector)) {
            assertThat(subscription.wants(Level.DEBUG, "capture.test")).isTrue();
            LOGGER.log(java.util.logging.Level.WARNING, "x is {0}", 5);
            LOGGER.log(java.util.logging.Level.SEVERE, "it failed", thrown);
            LOGGER.fine(() -> "made on demand");
            LOGGER.finer("too low");
        }

        assertThat(collector.events)
                .containsExactly(
                        new LogEvent(Level.WARNING, "capture.test", "x is 5", Optional.empty()),
                        new LogEvent(Level.ERROR, "capture.test", "it failed", Optional.of(thrown)),
                        new LogEvent(Level.DEBUG, "capture.test", "made on demand", Optional.empty()));
    }

    @Test
    void theLoggerOfTheSystemIsCapturedToo() {
        System.Logger logger = System.getLogger("capture.system");
        try (Subscription subscription = begin(CaptureScope.THREAD, collector)) {
            assertThat(subscription.wants(Level.DEBUG, "capture.system")).isTrue();
            for (Level level : List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR)) {
                logger.log(level, "x is {0}", level);
            }
        }

        assertThat(collector.events)
                .extracting(LogEvent::level)
                .containsExactly(Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR);
        assertThat(collector.messages()).contains("x is DEBUG");
    }

    @Test
    void aThreadIsOfTheWorkerWhoseThreadStartedIt() throws Exception {
        Collector other = new Collector();
        inThread(() -> {
            begin(CaptureScope.THREAD, collector);
            LOGGER.info("own thread");
            attempt(() -> inThread(() -> LOGGER.info("thread of the worker")));
            attempt(() -> inThread(() -> {
                begin(CaptureScope.THREAD, other);
                LOGGER.info("another worker");
                Capture.endOfThread();
            }));
            LOGGER.info("still of the first");
            Capture.endOfThread();
            LOGGER.info("after its end");
        });
        LOGGER.info("of nobody");

        assertThat(collector.messages()).containsExactly("own thread", "thread of the worker", "still of the first");
        assertThat(other.messages()).containsExactly("another worker");
        assertThat(List.of(collector.ends.size(), other.ends.size())).containsExactly(1, 1);
    }

    @Test
    void theCommonPoolIsOfNoWorker() throws Exception {
        try (Subscription subscription = begin(CaptureScope.THREAD, collector)) {
            assertThat(subscription.wants(Level.INFO, "capture")).isTrue();
            CountDownLatch done = new CountDownLatch(1);
            ForkJoinPool.commonPool().execute(() -> {
                LOGGER.info("in the pool");
                done.countDown();
            });
            done.await();
        }

        assertThat(collector.events).isEmpty();
    }

    @Test
    void aWorkerThatHasTheJvmGetsWhatIsOfNoOther() throws Exception {
        Collector other = new Collector();
        try (Subscription subscription = begin(CaptureScope.JVM, collector)) {
            assertThat(subscription.wants(Level.INFO, "capture")).isTrue();
            LOGGER.info("main");
            inThread(() -> LOGGER.info("thread"));
            inThread(() -> {
                begin(CaptureScope.THREAD, other);
                LOGGER.info("another worker");
                Capture.endOfThread();
            });
            inThread(() -> {
                Capture.silence();
                LOGGER.info("silenced");
            });
        }
        LOGGER.info("after the end");

        assertThat(collector.messages()).containsExactly("main", "thread");
        assertThat(other.messages()).containsExactly("another worker");
    }

    @Test
    void loggersGetBackTheLevelThatTheyHad() {
        Logger quiet = Logger.getLogger("capture.quiet");
        quiet.setLevel(java.util.logging.Level.SEVERE);
        ClassLoader loader = CaptureTest.class.getClassLoader();
        Subscription low = Capture.begin(
                Map.of("capture.quiet", Level.TRACE, "capture", Level.DEBUG), CaptureScope.JVM, loader, collector);
        try (Subscription high = Capture.begin(
                Map.of("capture.quiet", Level.INFO, "capture", Level.WARNING),
                CaptureScope.THREAD,
                loader,
                collector)) {
            assertThat(high.wants(Level.DEBUG, "capture")).isFalse();
            assertThat(quiet.getLevel()).isEqualTo(java.util.logging.Level.ALL);
            assertThat(Logger.getLogger("capture").getLevel()).isEqualTo(java.util.logging.Level.FINE);

            low.close();

            assertThat(quiet.getLevel()).isEqualTo(java.util.logging.Level.INFO);
            assertThat(Logger.getLogger("capture").getLevel()).isNull();
        }

        assertThat(quiet.getLevel()).isEqualTo(java.util.logging.Level.SEVERE);
        assertThat(Logger.getLogger("").getHandlers()).noneMatch(JdkHandler.class::isInstance);
    }

    @Test
    void aMessageThatCannotBeMadeDoesNotHarmWhoLogs() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        try (Subscription subscription = begin(CaptureScope.THREAD, collector)) {
            assertThat(subscription.wants(Level.INFO, "capture")).isTrue();
            LOGGER.log(java.util.logging.Level.INFO, "x is {0}", broken);
            LOGGER.log(java.util.logging.Level.INFO, (String) null);
        }

        assertThat(collector.messages()).containsExactly("x is {0}", "");
    }

    private interface Attempt {
        void run() throws InterruptedException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Collector implements Destination {
        private final List<LogEvent> events = new CopyOnWriteArrayList<>();
        private final List<Boolean> ends = new CopyOnWriteArrayList<>();
        private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

        @Override
        public void accept(LogEvent event) {
            events.add(event);
        }

        @Override
        public void end() {
            ends.add(true);
            subscriptions.forEach(Subscription::close);
        }

        private List<String> messages() {
            return events.stream().map(LogEvent::message).toList();
        }
    }
}
