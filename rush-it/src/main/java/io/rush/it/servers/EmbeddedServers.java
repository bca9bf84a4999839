package io.rush.it.servers;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Servers of rush-embedded. */
final class EmbeddedServers implements Servers {
    private final List<RedisServer> data;
    private final List<RedisServer> sentinels;
    private final List<Admin> admins;
    private final Supplier<StoreConfig.Builder> config;
    private final Runnable recovery;
    private final Runnable end;

    private EmbeddedServers(
            List<RedisServer> data,
            List<RedisServer> sentinels,
            Function<RedisServer, Admin> admins,
            Supplier<StoreConfig.Builder> config,
            Runnable recovery,
            Runnable end) {
        this.data = data;
        this.sentinels = sentinels;
        this.admins =
                Stream.concat(data.stream(), sentinels.stream()).map(admins).toList();
        this.config = config;
        this.recovery = recovery;
        this.end = end;
    }

    static EmbeddedServers one(
            RedisServer server, Function<RedisServer, Admin> admin, Supplier<StoreConfig.Builder> config) {
        return new EmbeddedServers(List.of(server), List.of(), admin, config, () -> {}, server::close);
    }

    /**
     * @param data those that hold data
     * @param recovery waits until clients can be served again
     * @param end closes all
     */
    static EmbeddedServers several(
            List<RedisServer> data,
            List<RedisServer> sentinels,
            Supplier<StoreConfig.Builder> config,
            Runnable recovery,
            Runnable end) {
        return new EmbeddedServers(data, sentinels, server -> Admin.of(server.port()), config, recovery, end);
    }

    @Override
    public StoreConfig.Builder config() {
        return config.get();
    }

    @Override
    public RedisReply send(RedisCommand command) {
        List<RedisReply> refusals = new ArrayList<>();
        for (Admin admin : admins.subList(0, data.size())) {
            if (isPrimary(admin)) {
                RedisReply reply = admin.ask(command);
                if (!isElsewhere(reply)) {
                    return reply;
                }
                refusals.add(reply);
            }
        }
        throw new IllegalStateException("no server holds the key of " + command + ": " + refusals);
    }

    private boolean isPrimary(Admin admin) {
        return data.size() == 1 || admin.send("ROLE").asList().get(0).asText().equals("master");
    }

    private static boolean isElsewhere(RedisReply reply) {
        return reply instanceof RedisReply.Failure failure
                && (failure.message().startsWith("MOVED ") || failure.message().startsWith("ASK "));
    }

    @Override
    public List<Admin> admins() {
        return admins;
    }

    @Override
    public void stop() {
        data.forEach(RedisServer::kill);
    }

    @Override
    public void start() {
        data.forEach(RedisServer::restart);
        recovery.run();
    }

    @Override
    public void freeze() {
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
        recovery.run();
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        Stream.concat(data.stream(), sentinels.stream()).forEach(server -> command.add("" + server.processId()));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("the servers did not get the signal " + name);
            }
        } catch (IOException unsent) {
            throw new UncheckedIOException(unsent);
        }
    }

    @Override
    public void close() {
        admins.forEach(Admin::close);
        end.run();
    }
}
