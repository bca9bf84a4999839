package io.rush.it.logs;

import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.api.log.LogSettings;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker that logs by way of SLF4J; takes network id and URL, and says by what SLF4J logs. */
public final class LogbackProgram {
    private LogbackProgram() {}

    public static void main(String[] arguments) {
        RushConfig config =
                RushConfig.builder(arguments[0]).redisUrl(arguments[1]).build();
        Map<String, Level> thresholds = Map.of("app", Level.DEBUG, "", Level.WARNING, "redis.clients", Level.ALL);
        WorkerSettings settings = WorkerSettings.ofId("slf4j").withLogs(new LogSettings(thresholds, 100));
        Logger logger = LoggerFactory.getLogger("app.model");
        try (RushWorker worker = RushWorker.register(config, settings)) {
            logger.debug("worker {} says {}", worker.workerId(), 5);
            logger.trace("too low");
            LoggerFactory.getLogger("other").info("too low");
            java.util.logging.Logger.getLogger("app.jdk").info("of the JDK");
            logger.error("it failed", new IllegalStateException("no convergence"));
        }
        logger.error("after the end");
        System.out.println(LoggerFactory.getILoggerFactory().getClass().getName());
    }
}
