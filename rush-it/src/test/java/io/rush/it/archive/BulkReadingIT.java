package io.rush.it.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.error.StoreException;
import io.rush.api.task.TaskTable;
import io.rush.it.support.InterveningStore;
import io.rush.it.support.TestNetwork;
import io.rush.it.support.TestRedis;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many finished tasks that are read for the first time, while something happens between the pages. */
class BulkReadingIT {
    private static final int MANY = 20_000;
    private static final int A_LATER_PAGE = 5;

    private final TestNetwork network = TestNetwork.open();
    private final InterveningStore store = new InterveningStore(TestRedis.open(network.url()));
    private final Rush rush = Rush.connect(network.config(store));
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
    void allTasksArriveInOrder() {
        List<String> keys = pushFinished(0, MANY);

        TaskTable table = archive.fetchNew();

        assertThat(table.keys()).isEqualTo(keys);
        assertThat(table.longs("x")).isEqualTo(LongStream.range(0, MANY).toArray());
        assertThat(table.row(MANY - 1).ys()).isEqualTo(Map.of("y", MANY - 1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 3_000, MANY + 3_000})
    void aResetBetweenThePagesIsNoticed(int tasksAfterwards) {
        pushFinished(0, MANY);
        store.beforeCall(A_LATER_PAGE, () -> {
            network.rush().reset();
            pushFinished(MANY, tasksAfterwards);
        });

        TaskTable table = archive.fetchFinished();

        assertThat(table.size()).isEqualTo(tasksAfterwards);
        if (tasksAfterwards > 0) {
            assertThat(table.longs("x"))
                    .isEqualTo(LongStream.range(MANY, MANY + tasksAfterwards).toArray());
        }
        assertThat(archive.fetchNew().size()).isEqualTo(tasksAfterwards);
    }

    @Test
    void tasksThatFinishBetweenThePagesComeAtTheirPlace() {
        List<String> keys = pushFinished(0, MANY);
        store.beforeCall(A_LATER_PAGE, () -> pushFinished(MANY, 3_000));

        assertThat(archive.fetchFinished().keys()).startsWith(keys.toArray(String[]::new));
        assertThat(archive.fetchFinished().longs("x"))
                .isEqualTo(LongStream.range(0, MANY + 3_000).toArray());
    }

    @Test
    void aPageThatCannotBeReadIsReadByTheNextFetch() {
        List<String> keys = pushFinished(0, MANY);
        store.beforeCall(A_LATER_PAGE, () -> {
            throw new StoreException("reading", true, "the line is down", null);
        });

        assertThatThrownBy(archive::fetchNew)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the line is down");
        assertThat(archive.fetchNew().keys()).isEqualTo(keys);
        assertThat(archive.fetchFinished().longs("x"))
                .isEqualTo(LongStream.range(0, MANY).toArray());
    }

    @Test
    void anInterruptDoesNotEndARead() {
        pushFinished(0, MANY);
        Thread.currentThread().interrupt();

        assertThat(archive.fetchFinished().size()).isEqualTo(MANY);
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<String> pushFinished(int from, int number) {
        List<Map<String, Long>> xss = IntStream.range(from, from + number)
                .mapToObj(x -> Map.of("x", (long) x))
                .toList();
        List<Map<String, Double>> yss = IntStream.range(from, from + number)
                .mapToObj(x -> Map.of("y", (double) x))
                .toList();
        return number == 0 ? List.of() : network.rush().tasks().pushFinished(xss, yss);
    }
}
