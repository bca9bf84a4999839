package io.rush.log.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSink;
import io.rush.api.log.LogTap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogbackSourceTest {
    private final Collector sink = new Collector();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @BeforeEach
    void configure() {
        context.reset();
        context.getLogger("ROOT").setLevel(Level.INFO);
    }

    @Test
    void eventsReachTheSinkWithEverythingTheyHave() {
        IllegalStateException thrown = new IllegalStateException("broken");
        try (LogTap tap = new LogbackSource().open(sink)) {
            tap.levels(Map.of());
            context.getLogger("app").warn("x is {}", 5, thrown);
            context.getLogger("ROOT").info("of the root");
        }

        assertThat(sink.events)
                .containsExactly(
                        new LogEvent(System.Logger.Level.WARNING, "app", "x is 5", Optional.of(thrown)),
                        new LogEvent(System.Logger.Level.INFO, "", "of the root", Optional.empty()));
    }

    @Test
    void loggersAreMadeToLetPassWhatIsWantedAndGetBackWhatTheyHad() {
        Logger quiet = context.getLogger("app.quiet");
        quiet.setLevel(Level.ERROR);
        Logger app = context.getLogger("app");

        try (LogTap tap = new LogbackSource().open(sink)) {
            tap.levels(Map.of("app", System.Logger.Level.DEBUG, "app.quiet", System.Logger.Level.INFO));
            assertThat(List.of(app.getEffectiveLevel(), quiet.getLevel())).containsExactly(Level.DEBUG, Level.INFO);

            tap.levels(Map.of("app", System.Logger.Level.WARNING));
            assertThat(app.getLevel()).as("it lets more pass already").isNull();
            assertThat(quiet.getLevel()).isEqualTo(Level.ERROR);

            tap.levels(Map.of("", System.Logger.Level.TRACE));
            assertThat(app.getEffectiveLevel()).isEqualTo(Level.TRACE);
        }

        assertThat(List.of(context.getLogger("ROOT").getLevel(), quiet.getLevel()))
                .containsExactly(Level.INFO, Level.ERROR);
        assertThat(app.getLevel()).isNull();
    }

    @Test
    void whatTheSinkDoesNotWantIsNotHandedOver() {
        try (LogTap tap = new LogbackSource().open(sink)) {
            tap.levels(Map.of());
            context.getLogger("unwanted").error("no");
        }
        context.getLogger("app").error("after the end");

        assertThat(sink.events).isEmpty();
    }

    private static final class Collector implements LogSink {
        private final List<LogEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public boolean wants(System.Logger.Level level, String logger) {
            return !logger.equals("unwanted");
        }

        @Override
        public void accept(LogEvent event) {
            events.add(event);
        }
    }
}
