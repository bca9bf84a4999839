package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.RushWorker;
import io.rush.api.WorkerAwaitOptions;
import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.error.WorkerException;
import io.rush.api.task.Awaited;
import io.rush.api.task.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A wait for workers tells how far it has come. */
class WorkerAwaitTest extends StateTestCase {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final List<Progress> reports = new ArrayList<>();

    private WorkerAwaitOptions reporting(Runnable change) {
        return reporting(progress -> change.run());
    }

    private WorkerAwaitOptions reporting(Consumer<Progress> listener) {
        return WorkerAwaitOptions.defaults()
                .timeout(Duration.ofMinutes(1))
                .period(Duration.ofMillis(10))
                .progress(progress -> {
                    reports.add(progress);
                    listener.accept(progress);
                });
    }

    private void announce(String worker) {
        network.send("HSET", network.key("workers"), worker, "pre 0");
    }

    @Test
    void eachWorkerThatComesIsReported() {
        Thread waiting = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();

        rush.workers().await(3, reporting(progress -> {
            threads.add(Thread.currentThread());
            if (!progress.isLast()) {
                network.worker();
            }
        }));

        assertThat(reports).extracting(Progress::awaited).containsOnly(Awaited.RUNNING_WORKERS);
        assertThat(reports).extracting(Progress::done).containsExactly(0L, 1L, 2L, 3L);
        assertThat(reports).extracting(Progress::total).containsOnly(3L);
        assertThat(reports).extracting(Progress::failed).containsOnly(0L);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, false, false, true);
        assertThat(reports).extracting(Progress::elapsed).isSorted();
        assertThat(reports.get(0).rate()).isZero();
        assertThat(reports.get(3).rate()).isPositive();
        assertThat(threads).containsOnly(waiting);
        assertThat(raw.exists("waiting")).isFalse();
    }

    @Test
    void noMoreWorkersAreReportedThanAreWanted() {
        network.worker();
        network.worker();

        rush.workers().await(1, reporting(() -> {}));

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).done()).isEqualTo(1);
        assertThat(reports.get(0).total()).isEqualTo(1);
    }

    @Test
    void ofNamedWorkersTheOthersDoNotCount() {
        network.worker("other");
        network.worker("a");
        announce("b");

        rush.workers().await(List.of("a", "b"), reporting(progress -> {
            if (!progress.isLast()) {
                network.worker("b");
            }
        }));

        assertThat(reports).extracting(Progress::done).containsExactly(1L, 2L);
        assertThat(reports).extracting(Progress::total).containsOnly(2L);
    }

    @Test
    void lostWorkersAreReportedBeforeTheWaitFails() {
        network.worker("a");
        network.worker("lost");
        announce("b");

        assertThatThrownBy(() -> rush.workers().await(List.of("a", "b", "lost"), reporting(() -> raw.lose("lost"))))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("lost");

        assertThat(reports).extracting(Progress::done).containsExactly(2L, 1L);
        assertThat(reports).extracting(Progress::failed).containsExactly(0L, 1L);
        assertThat(reports).extracting(Progress::rate).containsOnly(0.0);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, true);
    }

    @Test
    void eachWorkerThatStopsIsReported() {
        Deque<RushWorker> workers = new ArrayDeque<>(List.of(network.worker("a"), network.worker("b")));
        network.worker("stays");
        network.worker("lost");
        raw.lose("lost");

        rush.workers().awaitStopped(List.of("a", "b", "lost", "a"), reporting(progress -> {
            if (!progress.isLast()) {
                workers.pop().terminate();
            }
        }));

        assertThat(reports).extracting(Progress::awaited).containsOnly(Awaited.STOPPED_WORKERS);
        assertThat(reports).extracting(Progress::done).containsExactly(1L, 2L, 3L);
        assertThat(reports).extracting(Progress::total).containsOnly(3L);
        assertThat(reports).extracting(Progress::failed).containsOnly(1L);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, false, true);
    }

    @Test
    void theLastReportComesBeforeTheTimeout() {
        network.worker("a");

        assertThatThrownBy(() -> rush.workers().await(2, reporting(() -> {}).timeout(SHORT)))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining("1 of 2");
        assertThat(reports.get(reports.size() - 1).isLast()).isTrue();
        assertThat(reports).filteredOn(Progress::isLast).hasSize(1);

        reports.clear();
        assertThatThrownBy(() -> rush.workers()
                        .awaitStopped(List.of("a"), reporting(() -> {}).timeout(SHORT)))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining("[a]");
        assertThat(reports.get(reports.size() - 1).isLast()).isTrue();
        assertThat(raw.exists("waiting")).isFalse();
    }

    @Test
    void reportsAreNoMoreFrequentThanAskedFor() {
        CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 3; i++) {
                await().atMost(Duration.ofMinutes(1)).until(() -> raw.exists("waiting"));
                network.worker();
            }
        });

        rush.workers().await(3, reporting(() -> {}).period(Duration.ofHours(1)));

        coming.join();
        assertThat(reports).extracting(Progress::done).containsExactly(0L, 3L);
    }

    @Test
    void whatAListenerThrowsEndsTheWait() {
        network.worker("a");
        WorkerAwaitOptions options = reporting(() -> {
            if (reports.size() == 3) {
                throw new IllegalStateException("seen enough");
            }
        });

        assertThatThrownBy(() -> rush.workers().awaitStopped(List.of("a"), options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seen enough");

        assertThat(reports).hasSize(3);
        assertThat(raw.exists("waiting")).isFalse();
    }
}
