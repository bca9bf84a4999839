package io.rush.it.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.error.TaskStateException;
import io.rush.api.error.WorkerException;
import io.rush.api.task.Condition;
import io.rush.api.task.TaskState;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad input of workers: refused in words that help, before anything is written. */
class WorkerRefusalIT {
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));

    private final TestNetwork network = TestNetwork.open();
    private final RushWorker worker = network.worker("w1");

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Test
    void aResultOfATaskThatTheWorkerDidNotTakeIsRefused() {
        String queued = worker.tasks().push(Map.of("x", 1L));

        assertThatThrownBy(() -> worker.finish(queued, Map.of("y", 1L)))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining(queued);
        assertThatThrownBy(() -> worker.fail("no-such-task", Condition.error("e")))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining("no-such-task");
        assertThat(worker.tasks().states(List.of(queued))).containsEntry(queued, TaskState.QUEUED);
    }

    @Test
    void aResultThatWasHandedInIsRefusedTheSecondTime() {
        String key = worker.pushRunning(List.of(Map.of("x", 1L))).get(0);
        assertThat(worker.finish(key, Map.of("y", 1L))).isTrue();

        assertThatThrownBy(() -> worker.finish(key, Map.of("y", 2L)))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining(key);
        assertThat(worker.archive().fetchFinished().longs("y")).containsExactly(1);
    }

    @Test
    void anOutputThatCannotBeStoredIsRefusedAndTheTaskGoesOn() {
        List<String> keys = worker.pushRunning(TWO);

        assertThatThrownBy(() -> worker.finish(keys, List.of(Map.of("y", 1L), Map.of("y", new Object()))))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll("y", "java.lang.Object");
        assertThat(worker.tasks().states(keys).values()).containsOnly(TaskState.RUNNING);
        assertThat(worker.finish(keys, List.of(Map.of("y", 1L), Map.of("y", 2L)))
                        .isComplete())
                .isTrue();
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatThrownBy(() -> worker.pushRunning(List.of(TWO.get(0), TWO.get(0), TWO.get(0)), TWO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("xs_extra", "2 elements", "3 tasks");
        List<String> keys = worker.pushRunning(TWO);
        assertThatThrownBy(() -> worker.finish(keys, List.of(Map.of("y", 1L))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("1 maps of outputs", "2 keys");
        assertThat(worker.tasks().counts().running()).isEqualTo(2);
    }

    @Test
    void aNumberOfTasksOutOfRangeIsRefused() {
        for (int wanted : new int[] {-1, Integer.MIN_VALUE, 1_000_000}) {
            assertThatThrownBy(() -> worker.exchange(List.of(), wanted, Duration.ZERO))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(Integer.toString(wanted));
        }
    }

    @Test
    void anIdThatIsAtWorkIsRefused() {
        assertThatThrownBy(() -> network.worker("w1"))
                .isInstanceOf(WorkerException.class)
                .hasMessageContainingAll("w1", "at work", "choose another id");
    }
}
