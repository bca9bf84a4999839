package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.error.WorkerException;
import io.rush.api.task.TaskFunction;
import io.rush.core.launch.RecordingRegistry.Departure;
import io.rush.core.workload.WorkloadLoaderTest;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProcessesTest {
    private static final WorkerSpec SPEC =
            WorkerSpec.of(WorkloadLoaderTest.Good.class).kind(WorkerKind.PROCESS);

    private final RecordingRegistry registry = new RecordingRegistry();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProcessThatEndsByItselfIsReportedLostWithItsLastWords(boolean supervised) throws Exception {
        try (LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class)) {
            List<String> ids = workers.start(SPEC.workers(2).supervised(supervised));

            Set<String> lost = new HashSet<>();
            for (Departure departure : List.of(registry.nextDeparture(), registry.nextDeparture())) {
                assertThat(departure.state()).isEqualTo(WorkerState.LOST);
                assertThat(departure.message()).contains("crashed or was killed", "exit code 7");
                lost.add(departure.workerId());
            }
            assertThat(lost).containsExactlyInAnyOrderElementsOf(ids);
            WorkerException failure = workers.failureOf(ids.get(0)).orElseThrow();
            assertThat(failure.exitCode()).hasValue(7);
            assertThat(failure).hasMessageContainingAll(ids.get(0), "exit code 7", "no licence for net");
        }
    }

    @Test
    void idsAreShortAndAnnounced() {
        try (LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class)) {
            List<String> ids = workers.start(SPEC);

            assertThat(ids).hasSize(1).allMatch(id -> id.matches("w[0-9a-z]{10}"));
            assertThat(registry.announced).isEqualTo(ids);
            assertThat(workers.owns(ids.get(0))).isTrue();
            assertThat(workers.owns("another")).isFalse();
        }
    }

    @Test
    void aKilledProcessLeavesTheNetworkFirstAndIsNoFailure() throws Exception {
        try (LifeLine lifeLine = new LifeLine();
                LocalWorkers workers = Fixtures.processes(registry, HoldingWorker.class)) {
            List<String> ids = workers.start(holding(lifeLine));
            try (Socket line = lifeLine.accept()) {
                workers.kill(ids, "enough");

                LifeLine.awaitEnd(line);
            }
            assertThat(registry.nextDeparture())
                    .isEqualTo(new Departure(ids.get(0), WorkerState.KILLED, "enough", true));
            while (workers.endOf(ids.get(0)).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(registry.nobodyLeft()).isTrue();
            assertThat(workers.failureOf(ids.get(0))).isEmpty();
        }
    }

    @Test
    void closingKillsSupervisedProcesses() throws Exception {
        try (LifeLine lifeLine = new LifeLine()) {
            LocalWorkers workers = Fixtures.processes(registry, HoldingWorker.class);
            workers.start(holding(lifeLine));
            try (Socket line = lifeLine.accept()) {
                workers.close();

                LifeLine.awaitEnd(line);
            }
            assertThat(registry.nextDeparture().state()).isEqualTo(WorkerState.KILLED);
        }
    }

    @Test
    void closingLeavesUnsupervisedProcessesAlone() throws Exception {
        try (LifeLine lifeLine = new LifeLine()) {
            LocalWorkers workers = Fixtures.processes(registry, HoldingWorker.class);
            workers.start(holding(lifeLine).supervised(false));
            try (Socket line = lifeLine.accept()) {
                workers.close();

                line.getOutputStream().write('x');
                assertThat(line.getInputStream().read()).isEqualTo('x');
                assertThat(registry.nobodyLeft()).isTrue();
            }
        }
    }

    @Test
    void aClosedHandleStartsNothing() {
        LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class);
        workers.close();

        assertThatThrownBy(() -> workers.start(SPEC))
                .isInstanceOf(RushException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aStartThatFailsIsTakenBack() throws Exception {
        try (LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class)) {
            WorkerSpec broken = SPEC.workers(2).environment(Map.of("a=b", "c"));

            assertThatThrownBy(() -> workers.start(broken))
                    .isInstanceOf(WorkerException.class)
                    .hasMessageContaining("cannot be started");

            Set<String> departed = new HashSet<>();
            for (Departure departure : List.of(registry.nextDeparture(), registry.nextDeparture())) {
                assertThat(departure.state()).isEqualTo(WorkerState.KILLED);
                departed.add(departure.workerId());
            }
            assertThat(departed).containsExactlyInAnyOrderElementsOf(registry.announced);
        }
    }

    @Test
    void functionsAndLoopsOfThisJvmAreRefused() {
        TaskFunction function = (xs, context) -> xs;
        WorkerLoop loop = (RushWorker worker) -> {};

        assertRefused(WorkerSpec.of(function), "lambdas only work with WorkerKind.THREAD");
        assertRefused(WorkerSpec.ofLoop(loop), "lambdas only work with WorkerKind.THREAD");
    }

    @Test
    void aLoopProviderOfThisJvmIsRefused() {
        assertRefused(SPEC.loopProvider(new Fixtures.NamedLoop("own")), "cannot be handed to another JVM");
    }

    @Test
    void anUnknownFunctionIsRefused() {
        assertRefused(WorkerSpec.ofFunction("com.example.Missing"), "'com.example.Missing'");
    }

    @Test
    void aConstantOutsideTheValueModelIsRefused() {
        try (LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class)) {
            WorkerSpec spec = SPEC.constants(Map.of("model", new Object()));

            assertThatThrownBy(() -> workers.start(spec))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("constants.model");
            assertThat(registry.announced).isEmpty();
        }
    }

    private void assertRefused(WorkerSpec spec, String words) {
        try (LocalWorkers workers = Fixtures.processes(registry, CrashingWorker.class)) {
            assertThatThrownBy(() -> workers.start(spec.kind(WorkerKind.PROCESS)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(words);
            assertThat(registry.announced).isEmpty();
        }
    }

    private static WorkerSpec holding(LifeLine lifeLine) {
        return SPEC.environment(Map.of(HoldingWorker.PORT, String.valueOf(lifeLine.port())));
    }
}
