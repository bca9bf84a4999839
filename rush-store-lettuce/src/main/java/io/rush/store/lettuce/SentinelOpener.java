package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Opens lines to the server that the sentinels call the primary, if it says so itself. Thread-safe. */
final class SentinelOpener implements Opener {
    private static final Message ROLE = new Message("ROLE", List.of(RedisCommand.of("ROLE")), Duration.ofSeconds(5));

    private final String master;
    private final Function<ServerAddress, Opener> servers;
    private final StoreFailures failures;

    /** The one that answered last is asked first. */
    private final List<Opener> sentinels;

    /** @param servers open lines to what the sentinels name */
    SentinelOpener(
            String master, List<Opener> sentinels, Function<ServerAddress, Opener> servers, StoreFailures failures) {
        this.master = master;
        this.sentinels = new CopyOnWriteArrayList<>(sentinels);
        this.servers = servers;
        this.failures = failures;
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    @Override
    public Line open() {
        ServerAddress.Tcp primary = primary();
        Line line = servers.apply(primary).open();
        requirePrimary(primary, line);
        return line;
    }

    @Override
    public ChannelReader openForChannel(String channel) {
        ServerAddress.Tcp primary = primary();
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
            throw failures.notYet(primary + " is the primary for the sentinels, but calls itself " + role);
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

    private ServerAddress.Tcp primary() {
        List<StoreException> silent = new ArrayList<>();
        for (Opener sentinel : sentinels) {
            try {
                Optional<ServerAddress.Tcp> primary = ask(sentinel);
                if (primary.isPresent()) {
                    prefer(sentinel);
                    return primary.get();
                }
            } catch (StoreException failed) {
                silent.add(failed);
            }
        }
        throw failures.noPrimary(master, silent);
    }

    /** Empty where the sentinel does not watch a primary of that name. */
    private Optional<ServerAddress.Tcp> ask(Opener sentinel) {
        RedisCommand question = RedisCommand.of("SENTINEL", "get-master-addr-by-name", master);
        Line line = sentinel.open();
        try {
            RedisReply reply = line.exchange(new Message("SENTINEL", List.of(question), ROLE.patience()))
                    .replies()
                    .get(0);
            if (reply instanceof RedisReply.Failure refused) {
                throw sentinel.failures().refused("SENTINEL", refused);
            }
            return reply.isNil() ? Optional.empty() : Optional.of(address(reply.asList()));
        } catch (LostException broken) {
            throw sentinel.failures().unreachable(broken);
        } finally {
            line.close();
        }
    }

    private static ServerAddress.Tcp address(List<RedisReply> hostAndPort) {
        return ServerAddress.of(
                hostAndPort.get(0).asText(), Integer.parseInt(hostAndPort.get(1).asText()));
    }

    private void prefer(Opener sentinel) {
        if (!sentinels.get(0).equals(sentinel)) {
            synchronized (sentinels) {
                sentinels.remove(sentinel);
                sentinels.add(0, sentinel);
            }
        }
    }
}
