package io.rush.it.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is new to whom, alone and while workers are at work. */
class NewTasksIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 10_000;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final Archive archive = rush.archive();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void closeNetwork() throws Exception {
        threads.shutdownNow();
        network.close();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void eachNewTaskIsDeliveredOnce() {
        List<String> first = pushFinished(3);
        assertThat(archive.fetchNew().keys()).isEqualTo(first);
        assertThat(archive.fetchNew().isEmpty()).isTrue();

        List<String> second = pushFinished(2);

        assertThat(archive.fetchNew().keys()).isEqualTo(second);
        assertThat(archive.fetchFinished().size()).isEqualTo(5);
        assertThat(archive.fetchNew().isEmpty()).isTrue();
    }

    @Test
    void aFetchOfFinishedTasksDeliversNothing() {
        List<String> keys = pushFinished(3);
        archive.fetchFinished();
        archive.fetch();

        assertThat(archive.fetchNew().keys()).isEqualTo(keys);
    }

    @Test
    void everyHandleHasItsOwnNews() {
        List<String> keys = pushFinished(3);
        archive.fetchNew();

        assertThat(network.connect().archive().fetchNew().keys()).isEqualTo(keys);
    }

    @Test
    void aWaitForNewTasksDeliversThemOnce() {
        List<String> keys = pushFinished(3);

        assertThat(archive.awaitNew(PATIENCE).orElseThrow().keys()).isEqualTo(keys);
        assertThat(archive.awaitNew(Duration.ofMillis(20))).isEmpty();
        assertThat(archive.awaitNew(Duration.ZERO)).isEmpty();
    }

    @Test
    void aWaitForFinishedTasksReturnsAllAndDeliversThem() {
        List<String> keys = new ArrayList<>(pushFinished(3));
        archive.fetchNew();
        assertThat(archive.awaitFinished(Duration.ofMillis(20))).isEmpty();
        keys.addAll(pushFinished(1));

        assertThat(archive.awaitFinished(PATIENCE).orElseThrow().keys()).isEqualTo(keys);
        assertThat(archive.fetchNew().isEmpty()).isTrue();
        assertThat(archive.awaitFinished(Duration.ZERO)).isEmpty();
    }

    @Test
    void aWaitIsWokenByTheTaskThatFinishes() throws Exception {
        RushWorker worker = network.worker();
        String key = worker.pushRunning(List.of(Map.of("x", 1L))).get(0);
        Future<Optional<TaskTable>> news = threads.submit(() -> archive.awaitNew(PATIENCE));
        Future<Optional<TaskTable>> all =
                threads.submit(() -> network.connect().archive().awaitFinished(PATIENCE));
        await().atMost(PATIENCE)
                .until(() -> network.send("HLEN", network.key("waiting")).asLong() == 2);

        worker.finish(key, Map.of("y", 2L));

        assertThat(news.get(1, TimeUnit.MINUTES).orElseThrow().keys()).containsExactly(key);
        assertThat(all.get(1, TimeUnit.MINUTES).orElseThrow().longs("y")).containsExactly(2);
    }

    @Test
    void readersSeeEveryTaskOnceInTheSameOrderWhileWorkersAreAtWork() throws Exception {
        List<Future<List<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Archive own = network.connect().archive();
            readers.add(threads.submit(() -> readNews(own)));
        }
        List<Future<List<String>>> sharers = new ArrayList<>();
        Archive shared = network.connect().archive();
        AtomicInteger left = new AtomicInteger(MANY);
        Callable<List<String>> sharer = () -> {
            List<String> keys = new ArrayList<>();
            while (left.get() > 0) {
                List<String> news = shared.fetchNew().keys();
                left.addAndGet(-news.size());
                keys.addAll(news);
            }
            return keys;
        };
        for (int i = 0; i < 3; i++) {
            sharers.add(threads.submit(sharer));
        }

        List<String> pushed = workOff(MANY);

        List<String> order = rush.tasks().keys(TaskState.FINISHED);
        assertThat(order).containsExactlyInAnyOrderElementsOf(pushed);
        for (Future<List<String>> reader : readers) {
            assertThat(reader.get(2, TimeUnit.MINUTES)).isEqualTo(order);
        }
        List<String> between = new ArrayList<>();
        for (Future<List<String>> each : sharers) {
            between.addAll(each.get(2, TimeUnit.MINUTES));
        }
        assertThat(between).containsExactlyInAnyOrderElementsOf(pushed);
    }

    private List<String> readNews(Archive own) {
        List<String> keys = new ArrayList<>();
        while (keys.size() < MANY) {
            keys.addAll(own.fetchNew().keys());
        }
        return keys;
    }

    @Test
    void aFetchOfSeveralStatesShowsNoTaskTwiceAndLosesNoneWhileWorkersMoveThem() {
        int number = 2_000;
        List<String> keys = push(number);
        rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> xs)
                        .kind(WorkerKind.THREAD)
                        .workers(4));

        long finished = 0;
        while (finished < number) {
            TaskTable table = archive.fetch(EnumSet.allOf(TaskState.class));
            assertThat(new HashSet<>(table.keys())).hasSize(table.size());
            assertThat(table.keys()).containsExactlyInAnyOrderElementsOf(keys);
            long now = table.stream()
                    .map(TaskRow::state)
                    .filter(TaskState.FINISHED::equals)
                    .count();
            assertThat(now).isGreaterThanOrEqualTo(finished);
            finished = now;
        }
        assertThat(rush.tasks().counts().finished()).isEqualTo(number);
    }

    private List<String> workOff(int number) {
        List<String> keys = push(number);
        rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> xs)
                        .kind(WorkerKind.THREAD)
                        .workers(4));
        rush.tasks().await(keys, PATIENCE);
        return keys;
    }

    private List<String> push(int number) {
        return rush.tasks()
                .push(IntStream.range(0, number)
                        .mapToObj(x -> Map.of("x", (long) x))
                        .toList());
    }

    private List<String> pushFinished(int number) {
        List<Map<String, Long>> values =
                IntStream.range(0, number).mapToObj(x -> Map.of("x", (long) x)).toList();
        return rush.tasks().pushFinished(values, values);
    }
}
