package io.rush.it.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import io.rush.it.support.CountingStore;
import io.rush.it.support.TestNetwork;
import io.rush.it.support.TestRedis;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a handle remembers of the finished tasks, counted in round trips. */
class CacheIT {
    private static final int MANY = 5_000;

    private final TestNetwork network = TestNetwork.open();
    private final CountingStore store = new CountingStore(TestRedis.open(network.url()));
    private final Rush rush =
            Rush.connect(RushConfig.builder(network.id()).store(store).build());
    private final Archive archive = rush.archive();

    @BeforeEach
    void loadScripts() {
        archive.fetchFinished();
    }

    @AfterEach
    void closeNetwork() throws Exception {
        rush.close();
        store.close();
        network.close();
    }

    @Test
    void aSecondFetchCostsOneRoundTripHoweverManyTasksThereAre() {
        List<String> keys = pushFinished(0, MANY);
        assertThat(archive.fetchFinished().keys()).isEqualTo(keys);

        assertThat(store.during(() -> assertThat(archive.fetchFinished().size()).isEqualTo(MANY)))
                .isEqualTo(1);
        assertThat(store.during(() -> archive.fetchFinished(TaskField.YS_EXTRA)))
                .isEqualTo(1);
    }

    @Test
    void aNewTaskCostsOneRoundTripToo() {
        pushFinished(0, MANY);
        archive.fetchFinished();
        pushFinished(MANY, 1);

        assertThat(store.during(() -> {
                    TaskTable table = archive.fetchFinished();
                    assertThat(table.size()).isEqualTo(MANY + 1);
                    assertThat(table.longs("x")[MANY]).isEqualTo(MANY);
                    assertThat(table.doubles("y")[17]).isEqualTo(17 * 17);
                }))
                .isEqualTo(1);
    }

    @Test
    void aFetchOfAllStatesCostsNoMoreForFinishedTasks() {
        pushFinished(0, MANY);
        archive.fetch();

        assertThat(store.during(() -> assertThat(archive.fetch().size()).isEqualTo(MANY)))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void aCachedTaskDoesNotShowWhatIsWrittenIntoItsHashUntilTheCacheIsReset() {
        String key = pushFinished(0, 1).get(0);
        archive.fetchFinished();
        network.send("HSET", network.key("task:" + key), "ys", "{\"y\":-1}");

        assertThat(archive.fetchFinished().doubles("y")).containsExactly(0);
        archive.resetCache();
        assertThat(archive.fetchFinished().doubles("y")).containsExactly(-1);
    }

    @Test
    void whatWasReadIsShownWithoutAskingRedis() {
        assertThat(archive.fetchCached().isEmpty()).isTrue();
        List<String> keys = pushFinished(0, MANY);
        TaskTable fetched = archive.fetchFinished();
        pushFinished(MANY, 1);

        assertThat(store.during(() -> {
                    TaskTable cached = archive.fetchCached();
                    assertThat(cached.keys()).isEqualTo(keys);
                    assertThat(cached.columnNames()).isEqualTo(fetched.columnNames());
                    assertThat(cached.doubles("y")).isEqualTo(fetched.doubles("y"));
                    assertThat(archive.fetchCached(TaskField.YS).columnNames()).containsExactly("keys", "state", "y");
                }))
                .isZero();
        assertThat(archive.fetchNew().size()).as("what counts as new").isEqualTo(MANY + 1);
        assertThat(archive.fetchCached().size()).isEqualTo(MANY + 1);
        archive.resetCache();
        assertThat(archive.fetchCached().isEmpty()).isTrue();
    }

    @Test
    void aResetCacheIsFilledAgain() {
        List<String> keys = pushFinished(0, MANY);
        archive.fetchNew();

        archive.resetCache();

        assertThat(store.during(() -> assertThat(archive.fetchFinished().keys()).isEqualTo(keys)))
                .isGreaterThan(1);
        assertThat(archive.fetchNew().isEmpty()).isTrue();
    }

    @Test
    void aResetOfTheNetworkIsNoticedThroughAResetCache() {
        pushFinished(0, 3);
        archive.fetchNew();
        archive.resetCache();
        network.rush().reset();
        List<String> keys = pushFinished(0, 5);

        assertThat(archive.fetchNew().keys()).isEqualTo(keys);
    }

    @Test
    void aResetByAnotherHandleIsNoticed() {
        pushFinished(0, MANY);
        TaskTable before = archive.fetchNew();
        network.rush().reset();

        assertThat(archive.fetchFinished().isEmpty()).isTrue();
        assertThat(archive.fetchNew().isEmpty()).isTrue();
        List<String> keys = pushFinished(100, 3);
        assertThat(archive.fetchNew().keys()).isEqualTo(keys);
        assertThat(archive.fetchFinished().longs("x")).containsExactly(100, 101, 102);
        assertThat(before.longs("x")).hasSize(MANY);
    }

    @Test
    void aResetAfterWhichThereAreMoreTasksIsNoticed() {
        pushFinished(0, 10);
        archive.fetchNew();
        network.rush().reset();
        List<String> keys = pushFinished(1_000, MANY);

        assertThat(archive.fetchNew().keys()).isEqualTo(keys);
    }

    @Test
    void whatACallerDoesWithATableNeverChangesTheCache() {
        rush.tasks()
                .pushFinished(
                        List.of(Map.of("x", 1.5, "bytes", new byte[] {1, 2}, "list", List.of(1L, 2L))),
                        List.of(Map.of("n", 7L)));
        TaskTable table = archive.fetchFinished();
        table.doubles("x")[0] = -1;
        table.longs("n")[0] = -1;
        ((byte[]) table.row(0).xs().get("bytes"))[0] = 99;
        ((byte[]) table.column("bytes").get(0).orElseThrow())[1] = 99;

        for (TaskTable next : List.of(table, archive.fetchFinished())) {
            assertThat(next.doubles("x")).containsExactly(1.5);
            assertThat(next.longs("n")).containsExactly(7);
            assertThat((byte[]) next.row(0).xs().get("bytes")).containsExactly(1, 2);
            assertThat((byte[]) next.column("bytes").get(0).orElseThrow()).containsExactly(1, 2);
        }
        assertThatThrownBy(() -> table.row(0).xs().put("x", 0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.row(0).toMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) table.row(0).xs().get("list")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private Rush connectWithASmallCache() {
        return Rush.connect(RushConfig.builder(network.id())
                .store(store)
                .cacheLimitBytes(1_000)
                .build());
    }

    @Test
    void aSmallCacheShowsTheSameTable() {
        List<String> keys = pushFinished(0, MANY);
        try (Rush limited = connectWithASmallCache()) {
            TaskTable table = limited.archive().fetchFinished();

            for (int round = 0; round < 2; round++) {
                assertThat(store.during(() -> assertThat(table.longs("x"))
                                .containsExactly(LongStream.range(0, MANY).toArray())))
                        .as("chunks that were evicted are read again")
                        .isGreaterThan(1);
                assertThat(table.keys()).isEqualTo(keys);
                assertThat(table.row(2_000).ys()).isEqualTo(Map.of("y", 2_000.0 * 2_000));
            }
            assertThat(limited.archive().fetchNew().keys()).isEqualTo(keys);
            assertThat(limited.archive().fetch(EnumSet.of(TaskState.FINISHED)).doubles("y"))
                    .isEqualTo(archive.fetchFinished().doubles("y"));
        }
    }

    @Test
    void aTaskThatVanishesAfterItWasFetchedIsNoErrorWhenItsChunkIsReadAgain() {
        List<String> keys = pushFinished(0, MANY);
        try (Rush limited = connectWithASmallCache()) {
            TaskTable table = limited.archive().fetchFinished();
            network.send("DEL", network.key("task:" + keys.get(1_500)));

            assertThat(table.keys()).isEqualTo(keys);
            double[] x = table.doubles("x");
            assertThat(x).hasSize(MANY);
            assertThat(x[1_499]).isEqualTo(1_499);
            assertThat(x[1_500]).isNaN();
            assertThat(x[1_501]).isEqualTo(1_501);
            assertThat(table.row(1_500).xs()).isEmpty();
            assertThat(table.row(1_501).xs()).isEqualTo(Map.of("x", 1_501L));
            assertThat(limited.archive().fetchFinished().doubles("x")).hasSize(MANY);
        }
    }

    private List<String> pushFinished(int from, int number) {
        List<Map<String, Object>> xss = IntStream.range(from, from + number)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();
        List<Map<String, Object>> yss = IntStream.range(from, from + number)
                .mapToObj(x -> Map.<String, Object>of("y", (double) x * x))
                .toList();
        return network.rush().tasks().pushFinished(xss, yss);
    }
}
