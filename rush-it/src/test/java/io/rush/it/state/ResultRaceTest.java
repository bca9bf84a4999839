package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.it.support.Race;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several speak of one task at the same moment: one counts, and nothing of the others is stored. */
class ResultRaceTest extends StateTestCase {
    private static final int ROUNDS = 300;
    private static final String COUNTS = "counts";
    private static final String DOES_NOT_COUNT = "does not count";
    private static final String NOT_HELD = "not held";

    private Race race;
    private Rush other;

    @BeforeEach
    void openRace() {
        race = new Race();
        other = network.connect();
    }

    @AfterEach
    void closeRace() {
        race.close();
    }

    private static Callable<String> finish(RushWorker worker, String key, String by) {
        return () -> {
            try {
                return worker.finish(key, Map.of("by", by)) ? COUNTS : DOES_NOT_COUNT;
            } catch (TaskStateException notHeld) {
                return NOT_HELD;
            }
        };
    }

    private static Callable<String> fail(Rush controller, String key) {
        return () -> controller
                        .tasks()
                        .fail(List.of(key), List.of(Condition.error("slow")))
                        .isComplete()
                ? COUNTS
                : DOES_NOT_COUNT;
    }

    private static Callable<String> retry(Rush controller, String key) {
        return () -> controller.tasks().retry(List.of(key)).isComplete() ? COUNTS : DOES_NOT_COUNT;
    }

    private static List<String> keys() {
        return IntStream.range(0, ROUNDS).mapToObj(i -> "t" + i).toList();
    }

    @Test
    void ofTwoThreadsThatHandInTheSameTaskOneIsHeard() throws Exception {
        RushWorker worker = network.worker("w");
        for (String key : keys()) {
            raw.queued(key);
            pop(worker);

            List<String> outcomes = race.run(List.of(finish(worker, key, "0"), finish(worker, key, "1")));

            assertThat(outcomes).containsExactlyInAnyOrder(COUNTS, NOT_HELD);
            assertThat(raw.hash(key)).containsEntry("ys", "{\"by\":\"" + outcomes.indexOf(COUNTS) + "\"}");
        }
        assertThat(raw.finished()).isEqualTo(keys());
    }

    @Test
    void eitherTheWorkerFinishesOrTheControllerFails() throws Exception {
        RushWorker worker = network.worker("w");
        for (String key : keys()) {
            raw.queued(key);
            pop(worker);

            List<String> outcomes = race.run(List.of(finish(worker, key, "w"), fail(other, key)));

            assertThat(outcomes).containsExactlyInAnyOrder(COUNTS, DOES_NOT_COUNT);
            assertSettledBy(key, outcomes.get(0).equals(COUNTS));
        }
        assertThat(raw.finished().size() + raw.failed().size()).isEqualTo(ROUNDS);
    }

    private void assertSettledBy(String key, boolean worker) {
        assertThat(raw.hash(key).containsKey("ys")).isEqualTo(worker);
        assertThat(raw.hash(key).containsKey("condition")).isEqualTo(!worker);
        assertThat(raw.finished().contains(key)).isEqualTo(worker);
        assertThat(raw.failed().contains(key)).isEqualTo(!worker);
        assertThat(raw.running()).isEmpty();
    }

    @Test
    void eitherTheWorkerFinishesOrItIsDeclaredLost() throws Exception {
        for (String key : keys()) {
            RushWorker worker = network.worker("w-" + key);
            raw.queued(key);
            pop(worker);

            List<String> outcomes = race.run(List.of(finish(worker, key, "w"), () -> {
                raw.lose(worker.workerId());
                other.workers().detectLost();
                return COUNTS;
            }));

            assertSettledBy(key, outcomes.get(0).equals(COUNTS));
            network.send("HDEL", network.key("departed"), worker.workerId());
        }
    }

    @Test
    void eitherTheWorkerFinishesOrItLeaves() throws Exception {
        for (String key : keys()) {
            RushWorker worker = network.worker("w");
            raw.queued(key);
            pop(worker);

            List<String> outcomes = race.run(List.of(finish(worker, key, "w"), () -> {
                worker.terminate();
                return COUNTS;
            }));

            assertSettledBy(key, outcomes.get(0).equals(COUNTS));
        }
    }

    @Test
    void ofTwoControllersThatFailATaskOneDoes() throws Exception {
        for (String key : keys()) {
            raw.running(key, "w:1-0");

            assertThat(race.run(List.of(fail(rush, key), fail(other, key))))
                    .containsExactlyInAnyOrder(COUNTS, DOES_NOT_COUNT);
        }
        assertThat(raw.failed()).isEqualTo(keys());
    }

    @Test
    void ofTwoRetriesOneQueuesTheTask() throws Exception {
        for (String key : keys()) {
            raw.failed(key);

            assertThat(race.run(List.of(retry(rush, key), retry(other, key))))
                    .containsExactlyInAnyOrder(COUNTS, DOES_NOT_COUNT);
            assertThat(raw.hash(key)).containsEntry("n_retries", "1");
        }
        assertThat(raw.queue()).isEqualTo(keys());
        assertThat(raw.failed()).isEmpty();
    }
}
