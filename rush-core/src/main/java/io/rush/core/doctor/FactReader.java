package io.rush.core.doctor;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.core.doctor.ServerFacts.Rights;
import io.rush.core.doctor.ServerFacts.Unread;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the facts of a server. What may not be read is left out and noted. For one reading. */
final class FactReader {
    /** None of them is a secret. */
    private static final List<String> SETTINGS = List.of(
            "save",
            "appendfsync",
            "stop-writes-on-bgsave-error",
            "timeout",
            "tcp-keepalive",
            "client-output-buffer-limit",
            "client-query-buffer-limit",
            "proto-max-bulk-len",
            "lua-time-limit",
            "min-replicas-to-write");

    private final NetworkStore network;
    private final List<Unread> unread = new ArrayList<>();

    FactReader(NetworkStore network) {
        this.network = network;
    }

    ServerFacts read(long limitBytes) {
        Named info = new Named(info());
        return new ServerFacts(info, new Named(config()), unread, skew(), rights(), limitBytes);
    }

    private Map<String, String> info() {
        RedisReply reply = ask(RedisCommand.of("INFO")).get(0);
        return reply instanceof RedisReply.Failure failure ? none("INFO", failure) : InfoText.parse(reply.asText());
    }

    private Map<String, String> config() {
        List<RedisReply> replies = ask(SETTINGS.stream()
                .map(name -> RedisCommand.of("CONFIG", "GET", name))
                .toArray(RedisCommand[]::new));
        if (replies.get(0) instanceof RedisReply.Failure failure) {
            return none("CONFIG GET", failure);
        }
        Map<String, String> config = new HashMap<>();
        for (RedisReply reply : replies) {
            if (reply instanceof RedisReply.Array pair && pair.elements().size() == 2) {
                config.put(
                        pair.elements().get(0).asText(), pair.elements().get(1).asText());
            }
        }
        return config;
    }

    private Map<String, String> none(String command, RedisReply.Failure failure) {
        unread.add(new Unread(command, failure.message()));
        return Map.of();
    }

    private List<RedisReply> ask(RedisCommand... commands) {
        return network.store().sendAll(List.of(commands));
    }

    /** The part of the difference that the time of the call cannot explain. */
    private Duration skew() {
        long before = System.currentTimeMillis();
        RedisReply reply = ask(RedisCommand.of("TIME")).get(0);
        long after = System.currentTimeMillis();
        if (reply instanceof RedisReply.Failure failure) {
            none("TIME", failure);
            return Duration.ZERO;
        }
        long seconds = Long.parseLong(reply.asList().get(0).asText());
        long micros = Long.parseLong(reply.asList().get(1).asText());
        long server = TimeUnit.SECONDS.toMillis(seconds) + TimeUnit.MICROSECONDS.toMillis(micros);
        return Duration.ofMillis(server < before ? server - before : Math.max(0, server - after));
    }

    private Rights rights() {
        try {
            List<RedisReply> refused = network.run(Script.PERMISSIONS, new Arguments().addAll(RequiredCommands.names()))
                    .asList();
            return new Rights(refused.stream().map(RedisReply::asText).toList(), Optional.empty());
        } catch (StoreException failure) {
            return new Rights(List.of(), Optional.of(String.valueOf(failure.getMessage())));
        }
    }
}
