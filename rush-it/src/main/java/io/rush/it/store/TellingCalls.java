package io.rush.it.store;

import static io.rush.it.store.StoreTests.command;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.it.servers.Admin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** Calls of every kind that tell which of two servers they reached. */
record TellingCalls(RedisStore store, Map<String, Admin> servers) {
    static final List<String> KINDS = List.of("sending", "sending many", "blocking", "pair");

    private static final String PORT = "CONFIG GET port";

    void forEach(BiConsumer<String, Callable<String>> use) {
        List<Callable<String>> calls = List.of(this::sending, this::sendingMany, this::blocking, this::pair);
        for (int i = 0; i < KINDS.size(); i++) {
            use.accept(KINDS.get(i), calls.get(i));
        }
    }

    String sending() {
        return serverOf(store.send(command(PORT)));
    }

    private String sendingMany() {
        return serverOf(store.sendAll(List.of(command("PING"), command(PORT))).get(1));
    }

    private String pair() throws InterruptedException {
        return serverOf(PairTests.pair(store, PairTests.taggedKey(), StoreTests.SHORT, PORT)
                .get(1));
    }

    /** Pops what was pushed at each server past the other one; a replica takes nothing. */
    private String blocking() throws InterruptedException {
        String key = StoreTests.key();
        servers.forEach((name, server) -> server.ask(command("RPUSH " + key + " " + name)));
        return StoreTests.popped(StoreTests.block(store, key, StoreTests.SHORT));
    }

    private String serverOf(RedisReply setting) {
        String port = portIn(setting);
        return servers.entrySet().stream()
                .filter(server -> portIn(server.getValue().send(PORT)).equals(port))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("neither");
    }

    private static String portIn(RedisReply setting) {
        return setting.asList().get(1).asText();
    }
}
