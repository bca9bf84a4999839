package io.rush.core.log;

import io.rush.api.log.LogEntry;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.core.script.NetworkStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the log of a network in pages. Thread-safe. */
final class LogReader {
    /** A place before every entry. */
    static final String START = "0-0";

    private static final int PAGE = 1_000;
    private static final String MOST = Integer.toString(PAGE);

    private final NetworkStore network;

    LogReader(NetworkStore network) {
        this.network = network;
    }

    /** Hands over what follows a place; returns the place of the last entry. */
    String read(String after, Consumer<LogEntry> entries) {
        String place = after;
        List<RedisReply> page;
        do {
            page = network.store()
                    .send(RedisCommand.of("XRANGE", network.key("log"), "(" + place, "+", "COUNT", MOST))
                    .asList();
            place = accept(page, place, entries);
        } while (page.size() == PAGE);
        return place;
    }

    /** Waits in Redis for what follows a place, for a time; returns the place of the last entry. */
    String await(String after, Consumer<LogEntry> entries) throws InterruptedException {
        Duration patience = NetworkStore.LONGEST_BLOCK;
        RedisCommand command = RedisCommand.of(
                "XREAD",
                "COUNT",
                MOST,
                "BLOCK",
                Long.toString(patience.toMillis()),
                "STREAMS",
                network.key("log"),
                after);
        RedisReply reply = network.store().sendBlocking(command, patience);
        if (reply.isNil()) {
            return after;
        }
        List<RedisReply> nameAndPage = reply.asList().get(0).asList();
        return accept(nameAndPage.get(1).asList(), after, entries);
    }

    /** The place of the last entry there is. */
    String end() {
        List<RedisReply> last = network.store()
                .send(RedisCommand.of("XREVRANGE", network.key("log"), "+", "-", "COUNT", "1"))
                .asList();
        return last.isEmpty() ? START : last.get(0).asList().get(0).asText();
    }

    /** The place just before what may have been logged at a moment. */
    static String before(Instant moment) {
        long millis = Math.max(0, moment.truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
        return millis == 0 ? START : (millis - 1) + "-18446744073709551615";
    }

    private static String accept(List<RedisReply> page, String before, Consumer<LogEntry> entries) {
        String place = before;
        for (RedisReply placeAndFields : page) {
            place = placeAndFields.asList().get(0).asText();
            entries.accept(entry(placeAndFields.asList().get(1).asList()));
        }
        return place;
    }

    private static LogEntry entry(List<RedisReply> namesAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            fields.put(namesAndValues.get(i).asText(), namesAndValues.get(i + 1).asText());
        }
        return new LogEntry(
                fields.getOrDefault("worker", ""),
                Instant.EPOCH.plus(Long.parseLong(fields.getOrDefault("time", "0")), ChronoUnit.MICROS),
                Level.valueOf(fields.getOrDefault("level", Level.INFO.name())),
                fields.getOrDefault("logger", ""),
                fields.getOrDefault("thread", ""),
                fields.getOrDefault("message", ""),
                Optional.ofNullable(fields.get("throwable")).filter(trace -> !trace.isEmpty()));
    }
}
