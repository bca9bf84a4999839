package io.rush.it.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Prefetch;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskTable;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many commands reach a server that nobody else uses. */
class CommandCountsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> CLIENT_COMMANDS = List.of(
            "evalsha", "eval", "blpop", "brpop", "blmpop", "blmove", "bzpopmin", "publish", "subscribe", "ping");
    private static final Pattern BLOCKED = Pattern.compile("blocked_clients:(\\d+)");
    private static final Pattern CALLS = Pattern.compile("cmdstat_([a-z|]+):calls=(\\d+)");

    private final RedisServer server = RedisServer.start();
    private final TestNetwork network = TestNetwork.open(server.url());
    private final Rush rush = network.rush();

    @AfterEach
    void closeServer() {
        network.close();
        server.close();
    }

    @Test
    void aBusyLoopPaysOneRoundTripATask() {
        int tasks = 1_000;
        List<String> keys = rush.tasks().push(points(tasks), PushOptions.none().terminateWorkers(true));
        long before = commands();

        List<String> workers =
                rush.workers().startLocal(WorkerSpec.of((xs, context) -> xs).kind(WorkerKind.THREAD));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(commands() - before).isBetween((long) tasks, tasks + 30L);
        assertThat(rush.tasks().counts().finished()).isEqualTo(keys.size());
    }

    /** A call before the feed is empty comes no sooner than the longest delay after the one before it. */
    @Test
    void aBusyLoopThatPrefetchesPaysOneRoundTripForAllItHasAtHand() {
        int tasks = 1_600;
        int depth = 16;
        rush.tasks().push(points(tasks), PushOptions.none().terminateWorkers(true));
        long start = System.nanoTime();
        long before = commands();

        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> xs)
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth));
        rush.workers().awaitStopped(workers, PATIENCE);

        long delays = (System.nanoTime() - start) / Prefetch.DEFAULT_DELAY.toNanos();
        assertThat(commands() - before).isBetween((long) tasks / depth, tasks / depth + delays + 30);
        assertThat(rush.tasks().counts().finished()).isEqualTo(tasks);
    }

    @Test
    void whoeverWaitsSendsNoMoreThanOneCommandASecond() throws Exception {
        int waiting = 3;
        RushWorker busy = network.worker();
        List<String> keys = busy.pushRunning(points(1));
        rush.workers().startLocal(WorkerSpec.of((xs, context) -> xs).kind(WorkerKind.THREAD));
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<AwaitOutcome> outcome = threads.submit(() -> {
                AwaitOutcome reached = rush.tasks().await(keys, PATIENCE);
                over.countDown();
                return reached;
            });
            Future<Optional<TaskTable>> news = threads.submit(() -> {
                Optional<TaskTable> found = network.connect().archive().awaitNew(PATIENCE);
                over.countDown();
                return found;
            });
            await().atMost(PATIENCE).until(() -> size("HLEN", "waiting") == 2 && size("SCARD", "idle") == 1);

            long start = System.nanoTime();
            long before = commands();
            assertThat(over.await(6, TimeUnit.SECONDS)).isFalse();
            long sent = commands() - before;
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);

            assertThat(sent).as("commands in %s seconds", seconds).isBetween(1L, waiting * (seconds + 1));
            busy.finish(keys.get(0), Map.of("y", 1L));
            assertThat(outcome.get(1, TimeUnit.MINUTES)).isEqualTo(AwaitOutcome.DONE);
            assertThat(news.get(1, TimeUnit.MINUTES)).isPresent();
        } finally {
            threads.shutdownNow();
        }
    }

    /** One of them waits in Redis, the others for their turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void theLanesOfAnIdleWorkerWaitAsOne(int depth) throws Exception {
        int lanes = 100;
        long before = commands();
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> xs)
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", lanes)));
        await().atMost(PATIENCE)
                .until(() -> commands() - before >= lanes && size("SCARD", "idle") == 1 && blockedClients() == 1);

        long start = System.nanoTime();
        long idle = commands();
        assertThat(new CountDownLatch(1).await(6, TimeUnit.SECONDS)).isFalse();
        long sent = commands() - idle;
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);

        assertThat(sent).as("commands in %s seconds", seconds).isBetween(1L, seconds + 1);
        assertThat(blockedClients()).isLessThanOrEqualTo(1);
        long leaving = commands();
        rush.workers().stop(StopMode.TERMINATE, workers);
        rush.workers().awaitStopped(workers, PATIENCE);
        assertThat(commands() - leaving).as("commands to leave").isLessThan(3L * lanes);
    }

    private long blockedClients() {
        Matcher matcher = BLOCKED.matcher(network.send("INFO", "clients").asText());
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private long size(String command, String key) {
        return network.send(command, network.key(key)).asLong();
    }

    private long commands() {
        long sum = 0;
        Matcher matcher = CALLS.matcher(network.send("INFO", "commandstats").asText());
        while (matcher.find()) {
            sum += CLIENT_COMMANDS.contains(matcher.group(1)) ? Long.parseLong(matcher.group(2)) : 0;
        }
        return sum;
    }

    private static List<Map<String, Long>> points(int number) {
        return IntStream.range(0, number).mapToObj(x -> Map.of("x", (long) x)).toList();
    }
}
