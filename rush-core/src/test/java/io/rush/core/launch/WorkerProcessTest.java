package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Heartbeat;
import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.StoreException;
import io.rush.api.error.WorkerException;
import io.rush.core.WorkerMain;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.workload.StartArguments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkerProcessTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(NetworkAddress.URL_VARIABLE, "redis://user:secret@127.0.0.1:1");
    private static final String[] ARGUMENTS = {"net", "w1"};

    private final RecordingRegistry registry = new RecordingRegistry();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void wrongArgumentsAreAnsweredWithTheUsage() {
        assertThat(process(openerOf(Quiet.class)).run(new String[] {"net"}, ENVIRONMENT))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors()).contains("usage", "NETWORK_ID WORKER_ID", "RUSH_REDIS_URL");
    }

    @Test
    void aMissingUrlIsNamed() {
        assertThat(process(openerOf(Quiet.class)).run(ARGUMENTS, Map.of())).isEqualTo(ExitCode.USAGE);
        assertThat(errors()).contains("RUSH_REDIS_URL is not set");
    }

    @Test
    void aServerThatIsNotReachedIsToldInWords() {
        WorkerProcess process = process((networkId, address) -> {
            throw new StoreException("connect", true, "127.0.0.1:1 refused the connection", null);
        });

        assertThat(process.run(ARGUMENTS, ENVIRONMENT)).isEqualTo(ExitCode.NOT_CONNECTED);
        assertThat(errors())
                .contains("worker w1 cannot join network net", "refused the connection")
                .doesNotContain("secret", "\tat ");
    }

    @Test
    void aLoopThatReturnsLeavesTheNetwork() throws Exception {
        assertThat(process(openerOf(Quiet.class)).run(ARGUMENTS, ENVIRONMENT)).isEqualTo(ExitCode.LEFT);
        assertThat(registry.nextDeparture().state()).isEqualTo(WorkerState.TERMINATED);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aLoopThatThrowsIsReportedLostWithItsTrace() throws Exception {
        assertThat(process(openerOf(Failing.class)).run(ARGUMENTS, ENVIRONMENT)).isEqualTo(ExitCode.LOOP_FAILED);
        assertThat(registry.nextDeparture().state()).isEqualTo(WorkerState.LOST);
        assertThat(errors()).contains("IllegalStateException: no data", "\tat ");
    }

    @Test
    void theMainClassEndsWithTheCode() throws Exception {
        try (JvmCommand command = JvmCommand.of(RunningJvm.here(), WorkerMain.class, List.of(), List.of())) {
            Process child = new ProcessBuilder(command.line()).start();
            String words = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(child.waitFor()).isEqualTo(ExitCode.USAGE);
            assertThat(words).contains("usage");
        }
    }

    private WorkerProcess process(WorkerNetwork.Opener opener) {
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new WorkerProcess(
                opener, new JsonValues(), Fixtures.NamedLoop::new, getClass().getClassLoader(), stream);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private WorkerNetwork.Opener openerOf(Class<? extends WorkerLoop> loop) {
        StartArguments arguments = StartArguments.of(WorkerSpec.ofLoop(loop).supervised(false));
        return (networkId, address) -> new OneWorker(registry, arguments);
    }

    /** A network that knows one worker. */
    private record OneWorker(RecordingRegistry registry, StartArguments arguments) implements WorkerNetwork {
        @Override
        public byte[] startArguments(String workerId) {
            return arguments.encode(new JsonValues());
        }

        @Override
        public void announceRemote(String workerId, Optional<Heartbeat> heartbeat) {
            throw new WorkerException(workerId, "a worker of this id is at work; choose another id", null);
        }

        @Override
        public Optional<byte[]> awaitStart(String workerId) {
            return Optional.empty();
        }

        @Override
        public void beat(String workerId, Heartbeat heartbeat, Consumer<String> whenGone) {
            throw new UnsupportedOperationException(workerId);
        }

        @Override
        public void still() {}

        @Override
        public LargeObjectSettings largeObjects() {
            return Fixtures.NOTHING_LARGE;
        }

        @Override
        public WorkerConnector connector() {
            return Fixtures.connector(registry);
        }

        @Override
        public void close() {}
    }

    /** Ends at once. */
    public static final class Quiet implements WorkerLoop {
        @Override
        public void run(RushWorker worker) {}
    }

    /** Throws. */
    public static final class Failing implements WorkerLoop {
        @Override
        public void run(RushWorker worker) {
            throw new IllegalStateException("no data");
        }
    }
}
