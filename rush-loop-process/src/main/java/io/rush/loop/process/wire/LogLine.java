package io.rush.loop.process.wire;

import io.rush.api.log.LogEntry;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a child logged, on its way to the worker. */
public final class LogLine {
    private LogLine() {}

    /** As the payload of a frame. */
    public static byte[] encode(LogEntry entry) {
        return Texts.pack(List.of(
                Optional.of(entry.level().name()),
                Optional.of(entry.logger()),
                Optional.of(entry.thread()),
                Optional.of(entry.message()),
                entry.throwable()));
    }

    /** Back from the payload, as an entry of that worker. */
    public static LogEntry decode(byte[] payload, String workerId) {
        List<Optional<String>> texts = Texts.unpack(payload);
        return new LogEntry(
                workerId,
                Instant.now(),
                Level.valueOf(text(texts, 0)),
                text(texts, 1),
                text(texts, 2),
                text(texts, 3),
                texts.get(4));
    }

    private static String text(List<Optional<String>> texts, int index) {
        return texts.get(index).orElse("");
    }
}
