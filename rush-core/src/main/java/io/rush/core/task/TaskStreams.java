package io.rush.core.task;

import io.rush.api.task.Seed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The random streams of a handle's tasks, handed out in the order in which tasks are pushed. Thread-safe. */
public final class TaskStreams {
    private Optional<Seed> last;

    /** @param initial the state whose next stream is the first task's; without it no task gets a stream */
    public TaskStreams(Optional<Seed> initial) {
        this.last = initial;
    }

    /** Consecutive streams, one a task; empty where there is no initial state. */
    synchronized List<Seed> next(int tasks) {
        List<Seed> seeds = last.stream()
                .flatMap(seed ->
                        Stream.iterate(seed.nextStream(), Seed::nextStream).limit(tasks))
                .toList();
        if (!seeds.isEmpty()) {
            last = Optional.of(seeds.get(seeds.size() - 1));
        }
        return seeds;
    }
}
