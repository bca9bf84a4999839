package io.rush.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkerSpecTest {
    private static final WorkerSpec PLAIN = WorkerSpec.ofFunction("square");

    @Test
    void aSpecificationHasTheDocumentedDefaults() {
        assertThat(PLAIN.workers()).isEqualTo(WorkerSpec.DEFAULT_WORKERS);
        assertThat(PLAIN.kind()).isEqualTo(WorkerKind.PROCESS);
        assertThat(PLAIN.startTimeout()).isEqualTo(WorkerSpec.DEFAULT_START_TIMEOUT);
        assertThat(PLAIN.loopName()).isEqualTo(WorkerSpec.DEFAULT_LOOP);
        assertThat(PLAIN.prefetch()).isEqualTo(Prefetch.none());
        assertThat(PLAIN.awaitStart()).isTrue();
        assertThat(PLAIN.supervised()).isTrue();
        assertThat(PLAIN.heartbeat()).isEmpty();
        assertThat(PLAIN.shutdownGrace()).isEqualTo(WorkerSpec.DEFAULT_SHUTDOWN_GRACE);
        assertThat(PLAIN.outputDirectory()).isEmpty();
    }

    @Test
    void allThatWasSaidIsKeptWhateverIsSaidLater() {
        WorkerSpec spec = PLAIN.workers(3)
                .kind(WorkerKind.THREAD)
                .startTimeout(Duration.ofSeconds(7))
                .awaitStart(false)
                .supervised(false)
                .loopName("other")
                .prefetch(5)
                .constants(Map.of("c", 1))
                .loopOptions(Map.of("o", 3))
                .globals(Map.of("g", 2))
                .jvmOptions(List.of("-Xmx1g"))
                .environment(Map.of("E", "3"))
                .heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(4))
                .shutdownGrace(Duration.ZERO)
                .logThresholds(Map.of("l", Level.INFO))
                .logBuffer(9)
                .outputDirectory(Path.of("out"));

        assertThat(spec.workload()).isEqualTo(PLAIN.workload());
        assertThat(spec.workers()).isEqualTo(3);
        assertThat(spec.kind()).isEqualTo(WorkerKind.THREAD);
        assertThat(spec.startTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(spec.awaitStart()).isFalse();
        assertThat(spec.supervised()).isFalse();
        assertThat(spec.loopName()).isEqualTo("other");
        assertThat(spec.prefetch()).isEqualTo(Prefetch.of(5));
        assertThat(spec.constants()).isEqualTo(Map.of("c", 1));
        assertThat(spec.loopOptions()).isEqualTo(Map.of("o", 3));
        assertThat(spec.globals()).isEqualTo(Map.of("g", 2));
        assertThat(spec.jvmOptions()).containsExactly("-Xmx1g");
        assertThat(spec.environment()).isEqualTo(Map.of("E", "3"));
        assertThat(spec.heartbeat()).contains(new Heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(4)));
        assertThat(spec.shutdownGrace()).isZero();
        assertThat(spec.logs().thresholds()).isEqualTo(Map.of("l", Level.INFO));
        assertThat(spec.logs().buffer()).isEqualTo(9);
        assertThat(spec.outputDirectory()).contains(Path.of("out"));
    }

    @Test
    void aChangedCopyLeavesTheSpecificationAsItWas() {
        WorkerSpec two = PLAIN.workers(2);

        assertThat(two.workers(3).workers()).isEqualTo(3);
        assertThat(two.workers()).isEqualTo(2);
        assertThat(PLAIN.workers()).isEqualTo(WorkerSpec.DEFAULT_WORKERS);
    }

    @Test
    void theNameOfALoopTakesThePlaceOfItsProvider() {
        LoopProvider provider = new UnusedLoop();
        WorkerSpec provided = PLAIN.loopProvider(provider);

        assertThat(provided.loopProvider()).containsSame(provider);
        assertThat(provided.loopName("other").loopProvider()).isEmpty();
    }

    @Test
    void valuesOutOfBoundsAreRefusedByName() {
        assertThatThrownBy(() -> PLAIN.workers(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("number of workers");
        assertThatThrownBy(() -> PLAIN.startTimeout(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("start timeout");
        assertThatThrownBy(() -> PLAIN.shutdownGrace(Duration.ofMillis(-1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("shutdown grace");
    }

    private static final class UnusedLoop implements LoopProvider {
        @Override
        public String name() {
            return "unused";
        }

        @Override
        public WorkerLoop create(LoopContext context) {
            throw new UnsupportedOperationException("nobody runs this loop");
        }
    }
}
