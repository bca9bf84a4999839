package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.StoreConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said first on a line, in one flush: it proves that the line works. Immutable.
 *
 * @param commands the last ones are a comfort only, which an ACL may forbid
 * @param necessary how many come before these
 */
record Greeting(List<RedisCommand> commands, int necessary, Duration patience) {
    private static final RedisCommand PING = RedisCommand.of("PING");
    private static final RedisCommand ID = RedisCommand.of("CLIENT", "ID");

    /** On a connection of the store's own, which knows nothing yet. */
    static Greeting of(StoreConfig config) {
        List<RedisCommand> commands = new ArrayList<>();
        config.credentials().ifPresent(credentials -> commands.add(auth(credentials)));
        if (config.database() != 0) {
            commands.add(RedisCommand.of("SELECT", Integer.toString(config.database())));
        }
        commands.add(PING);
        return new Greeting(commands, commands.size(), config.connectTimeout())
                .with(RedisCommand.of("CLIENT", "SETNAME", "rush"))
                .with(ID);
    }

    /** On a connection that a client of the caller's has set up; it may speak RESP3. */
    static Greeting ofClient(Duration patience) {
        return new Greeting(List.of(PING), 1, patience)
                .with(RedisCommand.of("HELLO", "2"))
                .with(ID);
    }

    private Greeting with(RedisCommand comfort) {
        List<RedisCommand> all = new ArrayList<>(commands);
        all.add(comfort);
        return new Greeting(all, necessary, patience);
    }

    private static RedisCommand auth(Credentials credentials) {
        List<byte[]> words = Stream.concat(credentials.user().stream(), Stream.of(credentials.password()))
                .map(word -> word.getBytes(UTF_8))
                .toList();
        return RedisCommand.ofBytes("AUTH", words);
    }

    /** Says it; throws what the server refused. */
    void on(Line line, StoreFailures failures) {
        List<RedisReply> replies =
                line.exchange(new Message("greeting", commands, patience)).replies();
        for (RedisReply reply : replies.subList(0, necessary)) {
            if (reply instanceof RedisReply.Failure refused) {
                throw failures.unwelcome(refused.message());
            }
        }
        if (replies.get(replies.size() - 1) instanceof RedisReply.Int id) {
            line.clientId(Long.toString(id.value()));
        }
    }
}
