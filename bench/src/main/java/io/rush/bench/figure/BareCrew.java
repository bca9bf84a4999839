package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.store.RedisCommand;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.BareWorker;
import io.rush.bench.floor.RecordingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The floor of a crew: a bare loop on a connection of its own for each worker. */
final class BareCrew implements AutoCloseable {
    private static final Map<String, Double> PROBE = Points.at(0);

    private final List<Member> members = new ArrayList<>();
    private final ExecutorService threads;

    /** Registers the workers and lets each do one task by rush, to see what it sends. */
    BareCrew(Lab lab, Crew crew, Rush rush) {
        for (int i = 0; i < crew.workers(); i++) {
            RecordingStore store = lab.recorder();
            RushWorker worker = lab.register(rush.networkId(), store);
            BareWorker loop = BareWorker.of(record(store, worker), crew.batch());
            members.add(new Member(store, worker, loop, lab.bare()));
        }
        this.threads = Executors.newFixedThreadPool(crew.workers());
        new Leftovers(lab.redis(), rush.networkId()).delete(rush.tasks().keys());
    }

    private record Member(RecordingStore store, RushWorker worker, BareWorker loop, BareRedis redis) {}

    private static RedisCommand record(RecordingStore store, RushWorker worker) {
        worker.tasks().push(List.of(PROBE, PROBE));
        Task first = worker.pop(Duration.ZERO).orElseThrow();
        store.takeFlushes();
        Task second = worker.exchange(List.of(result(first)), 1, Duration.ZERO)
                .tasks()
                .get(0);
        RedisCommand exchange = store.takeCommand();
        worker.exchange(List.of(result(second)), 0, Duration.ZERO);
        return exchange;
    }

    private static TaskResult result(Task task) {
        return TaskResult.finished(task.key(), Points.result(PROBE));
    }

    /** What each task comes to. */
    static double constantResult() {
        return Points.first(PROBE);
    }

    /** Works until nothing is queued. */
    void run() {
        CompletableFuture.allOf(members.stream()
                        .map(member ->
                                CompletableFuture.runAsync(() -> member.loop().run(member.redis()), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (Member member : members) {
            member.redis().close();
            member.worker().close();
            member.store().close();
        }
    }
}
