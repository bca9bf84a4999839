package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.core.codec.JsonValues;
import io.rush.core.workload.StartArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopCheckTest {
    private static final WorkerSpec FUNCTION =
            WorkerSpec.ofFunction("com.example.Branin").loopName("recording");

    private final Recording loop = new Recording();
    private final LoopCheck check = new LoopCheck(Fixtures.only(loop), new JsonValues());

    @Test
    void theLoopIsAskedWithTheOptionsAsWorkersGetThem() {
        check.check(FUNCTION.loopOptions(Map.of("number", 5, "share", 0.5f, "list", List.of(1))));

        assertThat(loop.asked).containsExactly(Map.of("number", 5L, "share", 0.5, "list", List.of(1L)));
    }

    @Test
    void theLoopIsAskedInTheSameWayWhereTheWorkerRuns() {
        check.check(StartArguments.of(FUNCTION.loopOptions(Map.of("number", 5L))));

        assertThat(loop.asked).containsExactly(Map.of("number", 5L));
    }

    @Test
    void aProviderAsAnInstanceIsAskedWithoutLookingForAnother() {
        Recording other = new Recording();

        check.check(FUNCTION.loopName("unknown").loopProvider(other));

        assertThat(other.asked).hasSize(1);
        assertThat(loop.asked).isEmpty();
    }

    @Test
    void aLoopThatIsMissingIsTold() {
        assertThatThrownBy(() -> check.check(FUNCTION.loopName("unknown")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void anOptionOutsideTheValueModelIsRefused() {
        assertThatThrownBy(() -> check.check(FUNCTION.loopOptions(Map.of("what", new Object()))))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("what");
    }

    @Test
    void aLoopOfTheUsersOwnHasNoOptions() {
        WorkerSpec own = WorkerSpec.ofLoop("com.example.Search");

        check.check(own);

        assertThatThrownBy(() -> check.check(own.loopOptions(Map.of("heap", "1g"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("heap")
                .hasMessageContaining("constants");
        assertThat(loop.asked).isEmpty();
    }

    @Test
    void aLoopThatSaysNothingOfOptionsHasNone() {
        LoopCheck plain = new LoopCheck(Fixtures.only(new Fixtures.NamedLoop("plain")), new JsonValues());

        plain.check(FUNCTION.loopName("plain"));

        assertThatThrownBy(() -> plain.check(FUNCTION.loopName("plain").loopOptions(Map.of("heap", "1g"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("plain")
                .hasMessageContaining("heap");
    }

    private static final class Recording implements LoopProvider {
        private final List<Map<String, Object>> asked = new ArrayList<>();

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public void check(Workload workload, Map<String, Object> options) {
            asked.add(options);
        }

        @Override
        public WorkerLoop create(LoopContext context) {
            return worker -> {};
        }
    }
}
