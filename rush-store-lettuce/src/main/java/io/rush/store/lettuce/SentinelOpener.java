package io.rush.store.lettuce;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Opens lines to the server that the sentinels call the primary, if it says so itself. Thread-safe. */
final class SentinelOpener implements Opener {
    private static final Message ROLE = new Message("ROLE", List.of(RedisCommand.of("ROLE")), Duration.ofSeconds(5));

    private final Sentinels sentinels;
    private final Function<ServerAddress, Opener> servers;

    /** @param servers open lines to what the sentinels name */
    SentinelOpener(Sentinels sentinels, Function<ServerAddress, Opener> servers) {
        this.sentinels = sentinels;
        this.servers = servers;
    }

    @Override
    public StoreFailures failures() {
        return sentinels.failures();
    }

    @Override
    public Line open() {
        ServerAddress.Tcp primary = sentinels.primary();
        Line line = servers.apply(primary).open();
        requirePrimary(primary, line);
        return line;
    }

    @Override
    public ChannelReader openForChannel(String channel) {
        ServerAddress.Tcp primary = sentinels.primary();
        Opener server = servers.apply(primary);
        Line line = server.open();
        requirePrimary(primary, line);
        line.close();
        return server.openForChannel(channel);
    }

    private void requirePrimary(ServerAddress.Tcp primary, Line line) {
        String role = role(line);
        if (!role.equals("master")) {
            line.close();
            throw failures().notYet(primary + " is the primary for the sentinels, but calls itself " + role);
        }
    }

    private static String role(Line line) {
        try {
            RedisReply reply = line.exchange(ROLE).replies().get(0);
            return reply instanceof RedisReply.Array role
                    ? role.elements().get(0).asText()
                    : "nothing";
        } catch (LostException broken) {
            return "nothing";
        }
    }

    @Override
    public void watch(Runnable whenMoved) {
        sentinels.watch(whenMoved);
    }
}
