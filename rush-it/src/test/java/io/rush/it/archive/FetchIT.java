package io.rush.it.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every fetch of a network that holds one task of each kind. */
class FetchIT {
    private static final Seed SEED = Seed.of(10407, 1, 2, 3, 4, 5, 6);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final Archive archive = rush.archive();
    private final RushWorker worker = network.worker("w1");

    private String finished;
    private String failed;
    private String running;
    private String queued;
    private String priority;

    @BeforeEach
    void pushOneTaskOfEachKind() {
        PushOptions options = PushOptions.none()
                .extras(List.of(Map.of("origin", "design")))
                .seeds(List.of(SEED))
                .timeout(Duration.ofSeconds(90))
                .maxRetries(2);
        finished = rush.tasks().push(List.of(Map.of("x", 1.0)), options).get(0);
        assertThat(worker.pop(Duration.ZERO)).isPresent();
        assertThat(worker.finish(finished, Map.of("y", 10.0), Map.of("seconds", 3L)))
                .isTrue();
        failed = rush.tasks().push(List.of(Map.of("x", 2.0)), options).get(0);
        assertThat(worker.pop(Duration.ZERO)).isPresent();
        assertThat(worker.fail(failed, Condition.error("no root"))).isTrue();
        running = rush.tasks().push(List.of(Map.of("x", 3.0)), options).get(0);
        assertThat(worker.pop(Duration.ZERO)).isPresent();
        queued = rush.tasks().push(List.of(Map.of("x", 4.0)), options).get(0);
        priority = rush.tasks()
                .pushPriority(List.of(Optional.of("w1")), List.of(Map.of("x", 5.0)), options)
                .get(0);
    }

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @Test
    void queuedTasksHaveInputsAndExtras() {
        TaskTable table = archive.fetchQueued();

        assertThat(table.keys()).containsExactly(queued);
        assertThat(table.columnNames()).containsExactly("keys", "state", "x", "origin");
        assertThat(table.doubles("x")).containsExactly(4);
        assertThat(table.row(0).state()).isEqualTo(TaskState.QUEUED);
        assertThat(table.row(0).xsExtra()).isEqualTo(Map.of("origin", "design"));
    }

    @Test
    void tasksOfAWorkersOwnQueueHaveInputsAndExtras() {
        TaskTable table = archive.fetchPriority();

        assertThat(table.keys()).containsExactly(priority);
        assertThat(table.columnNames()).containsExactly("keys", "state", "x", "origin");
        assertThat(table.row(0).state()).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void runningTasksHaveTheirWorkerToo() {
        TaskTable table = archive.fetchRunning();

        assertThat(table.keys()).containsExactly(running);
        assertThat(table.columnNames()).containsExactly("keys", "state", "x", "origin", "worker_id");
        assertThat(table.column("worker_id").get(0)).hasValue("w1");
        assertThat(table.row(0).workerId()).hasValue("w1");
        assertThat(table.row(0).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void finishedTasksHaveEverythingThatResultsAreMadeOf() {
        TaskTable table = archive.fetchFinished();

        assertThat(table.keys()).containsExactly(finished);
        assertThat(table.columnNames())
                .containsExactlyInAnyOrder("keys", "state", "x", "y", "origin", "seconds", "worker_id");
        assertThat(table.doubles("y")).containsExactly(10);
        assertThat(table.longs("seconds")).containsExactly(3);
        assertThat(table.row(0).ysExtra()).isEqualTo(Map.of("seconds", 3L));
        assertThat(table.row(0).workerId()).hasValue("w1");
    }

    @Test
    void failedTasksHaveInputsWorkerAndCondition() {
        TaskTable table = archive.fetchFailed();

        assertThat(table.keys()).containsExactly(failed);
        assertThat(table.columnNames()).containsExactlyInAnyOrder("keys", "state", "x", "worker_id", "condition");
        Condition condition = table.row(0).condition().orElseThrow();
        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(condition.message()).isEqualTo("no root");
        assertThat(table.row(0).workerId()).hasValue("w1");
    }

    @Test
    void allTasksStandInOneTable() {
        TaskTable table = archive.fetch();

        assertThat(table.keys()).containsExactlyInAnyOrder(queued, priority, running, finished, failed);
        assertThat(table.doubles("x")).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(table.stream().filter(row -> row.state() == TaskState.QUEUED).map(TaskRow::key))
                .containsExactlyInAnyOrder(queued, priority);
    }

    @Test
    void tasksOfSomeStatesStandInOneTable() {
        TaskTable table = archive.fetch(EnumSet.of(TaskState.FINISHED, TaskState.FAILED), TaskField.CONDITION);

        assertThat(table.keys()).containsExactlyInAnyOrder(finished, failed);
        assertThat(table.columnNames()).containsExactly("keys", "state", "condition");
        assertThat(archive.fetch(Set.of()).isEmpty()).isTrue();
    }

    @Test
    void onlyTheFieldsThatWereAskedForAreThere() {
        TaskTable table = archive.fetchFinished(TaskField.YS);

        assertThat(table.columnNames()).containsExactly("keys", "state", "y");
        assertThat(table.row(0).xs()).isEmpty();
        assertThat(table.row(0).workerId()).isEmpty();
    }

    @Test
    void everyFieldCanBeAskedForInEveryState() {
        TaskTable table = archive.fetch(EnumSet.allOf(TaskState.class), TaskField.values());

        assertThat(table.rows()).hasSize(5).allSatisfy(row -> {
            assertThat(row.seed()).hasValue(SEED);
            assertThat(row.timeout()).hasValue(Duration.ofSeconds(90));
            assertThat(row.maxRetries()).hasValue(2);
            assertThat(row.retries()).isZero();
            assertThat(row.xsExtra()).isEqualTo(Map.of("origin", "design"));
        });
        assertThat(archive.fetchRunning(TaskField.SEED, TaskField.TIMEOUT).columnNames())
                .containsExactly("keys", "state", "seed", "timeout");
    }

    @Test
    void tableAndRowsTellTheSame() {
        TaskTable table = archive.fetch(EnumSet.allOf(TaskState.class), TaskField.values());

        for (int i = 0; i < table.size(); i++) {
            TaskRow row = table.rows().get(i);
            assertThat(row.key()).isEqualTo(table.keys().get(i));
            for (String column : table.columnNames()) {
                assertThat(row.get(column)).isEqualTo(table.column(column).get(i));
                assertThat(Optional.ofNullable(row.toMap().get(column))).isEqualTo(row.get(column));
            }
        }
    }

    @Test
    void aRetriedTaskIsQueuedWithItsCount() {
        rush.tasks().retry(List.of(failed));

        TaskTable table = archive.fetchQueued(TaskField.XS, TaskField.N_RETRIES);

        assertThat(table.keys()).containsExactly(queued, failed);
        assertThat(table.row(1).retries()).isEqualTo(1);
        assertThat(archive.fetchFailed().isEmpty()).isTrue();
    }
}
