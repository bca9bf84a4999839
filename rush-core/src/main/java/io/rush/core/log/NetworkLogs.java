package io.rush.core.log;

import io.rush.api.Logs;
import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogFilter;
import io.rush.api.log.LogFollower;
import io.rush.api.log.LogTable;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.core.script.NetworkStore;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The log of a network in Redis, as one handle reads it. */
public final class NetworkLogs implements Logs, AutoCloseable {
    private final NetworkStore network;
    private final LogReader reader;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Object printing = new Object();
    private String printed = LogReader.START;

    public NetworkLogs(NetworkStore network) {
        this.network = network;
        this.reader = new LogReader(network);
    }

    @Override
    public LogTable read(LogFilter filter) {
        List<LogEntry> entries = new ArrayList<>();
        reader.read(LogReader.before(filter.since()), entry -> {
            if (filter.accepts(entry)) {
                entries.add(entry);
            }
        });
        return new LogTable(entries);
    }

    @Override
    public int printNew() {
        synchronized (printing) {
            List<LogEntry> entries = new ArrayList<>();
            printed = reader.read(printed, entries::add);
            Logger logger = System.getLogger(PRINT_LOGGER);
            entries.forEach(entry -> logger.log(entry.level(), entry::toString));
            return entries.size();
        }
    }

    @Override
    public LogFollower follow(Consumer<LogEntry> listener) {
        Follower follower = new Follower(reader, listener, followers::remove);
        followers.add(follower);
        follower.start(reader.end());
        return follower;
    }

    @Override
    public int limit() {
        RedisReply limit = network.store().send(RedisCommand.of("GET", network.key("log_limit")));
        return limit.asOptionalText().map(Integer::parseInt).orElse(DEFAULT_LIMIT);
    }

    @Override
    public void limit(int entries) {
        if (entries < 1) {
            throw new ConfigurationException("the log must keep at least 1 entry, not " + entries
                    + "; without log thresholds workers write none");
        }
        String limit = Integer.toString(entries);
        network.store()
                .sendAll(List.of(
                        RedisCommand.of("SET", network.key("log_limit"), limit),
                        RedisCommand.of("XTRIM", network.key("log"), "MAXLEN", limit)))
                .forEach(NetworkLogs::requireDone);
    }

    private static void requireDone(RedisReply reply) {
        if (reply instanceof RedisReply.Failure) {
            reply.asText();
        }
    }

    /** The emptied stream stays, so that places go on and nobody who follows misses what comes next. */
    @Override
    public void clear() {
        network.store().send(RedisCommand.of("XTRIM", network.key("log"), "MAXLEN", "0"));
    }

    /** Ends those who follow. */
    @Override
    public void close() {
        followers.forEach(Follower::close);
    }
}
