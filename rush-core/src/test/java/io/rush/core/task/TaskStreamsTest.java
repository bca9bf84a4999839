package io.rush.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskStreamsTest {
    private static final Seed INITIAL = Seed.of(123);

    private final TaskStreams streams = new TaskStreams(Optional.of(INITIAL));

    @Test
    void theFirstTaskGetsTheStreamAfterTheInitialOneAndEachCallGoesOn() {
        List<Seed> expected = expected(5);

        assertThat(streams.next(2)).isEqualTo(expected.subList(0, 2));
        assertThat(streams.next(0)).isEmpty();
        assertThat(streams.next(3)).isEqualTo(expected.subList(2, 5));
    }

    @Test
    void withoutInitialSeedNoTaskGetsAStream() {
        assertThat(new TaskStreams(Optional.empty()).next(3)).isEmpty();
    }

    @Test
    void threadsGetConsecutiveStreamsAndNoStreamTwice() throws Exception {
        int calls = 400;
        int tasks = 3;
        List<Seed> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Seed>>> futures = Stream.generate(() -> threads.submit(() -> streams.next(tasks)))
                    .limit(calls)
                    .toList();
            for (Future<List<Seed>> future : futures) {
                List<Seed> seeds = future.get();
                assertThat(seeds.get(1)).isEqualTo(seeds.get(0).nextStream());
                assertThat(seeds.get(2)).isEqualTo(seeds.get(1).nextStream());
                all.addAll(seeds);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected(calls * tasks));
    }

    private static List<Seed> expected(int tasks) {
        return Stream.iterate(INITIAL.nextStream(), Seed::nextStream)
                .limit(tasks)
                .toList();
    }
}
