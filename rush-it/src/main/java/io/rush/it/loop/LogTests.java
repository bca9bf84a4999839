package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.StopMode;
import io.rush.api.log.LogEntry;
import io.rush.it.loop.fixture.Logging;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a function logs is in the log of its worker. */
abstract class LogTests extends LoopTests {
    LogTests(LoopContract loop) {
        super(loop);
    }

    @Test
    final void whatTheFunctionLogsGoesToTheLogOfTheWorkerAsFarAsItsThresholdsSay() {
        List<String> workers = start(spec(Logging.class).logThresholds(Map.of(Logging.LOGGER, Level.INFO)));
        awaitFinished(push(List.of(Map.of("say", "hello"))));

        rush().workers().stop(StopMode.TERMINATE);
        rush().workers().awaitStopped(workers, patience());

        List<LogEntry> entries = rush().logs().read().entries();
        assertThat(entries).extracting(LogEntry::message).containsExactly("it says hello", "it failed");
        assertThat(entries).extracting(LogEntry::level).containsExactly(Level.INFO, Level.ERROR);
        assertThat(entries).extracting(LogEntry::logger).containsOnly(Logging.LOGGER);
        assertThat(entries).extracting(LogEntry::workerId).containsOnly(workers.get(0));
        assertThat(entries.get(1).throwable().orElse("")).contains("IllegalStateException: because of hello");
    }
}
