package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The sentinels of one configuration; the one that answered last is asked first. Thread-safe. */
final class Sentinels implements Opener {
    private static final System.Logger LOGGER = System.getLogger(Sentinels.class.getName());
    private static final String SWITCH = "+switch-master";

    private final String master;
    private final List<Opener> sentinels;
    private final Switchboard switchboard;
    private final Duration patience;
    private final StoreFailures failures;

    Sentinels(
            String master, List<Opener> sentinels, Switchboard switchboard, Duration patience, StoreFailures failures) {
        this.master = master;
        this.sentinels = new CopyOnWriteArrayList<>(sentinels);
        this.switchboard = switchboard;
        this.patience = patience;
        this.failures = failures;
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    @Override
    public Line open() {
        return first(sentinel -> Optional.of(sentinel.open()));
    }

    @Override
    public ChannelReader openForChannel(String channel) {
        return first(sentinel -> Optional.of(sentinel.openForChannel(channel)));
    }

    /** Where the primary is, as the first sentinel says that knows it. */
    ServerAddress.Tcp primary() {
        return first(this::ask);
    }

    /** What the first sentinel has that has something. */
    private <T> T first(Function<Opener, Optional<T>> question) {
        List<StoreException> silent = new ArrayList<>();
        for (Opener sentinel : sentinels) {
            try {
                Optional<T> answer = question.apply(sentinel);
                if (answer.isPresent()) {
                    prefer(sentinel);
                    return answer.get();
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
            RedisReply reply = line.exchange(new Message("SENTINEL", List.of(question), patience))
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
        synchronized (sentinels) {
            if (!sentinels.get(0).equals(sentinel)) {
                sentinels.remove(sentinel);
                sentinels.add(0, sentinel);
            }
        }
    }

    /** Where the sentinels let nobody listen, broken connections still tell of a change. */
    @Override
    public void watch(Runnable whenMoved) {
        try {
            LettuceSubscription watch = new LettuceSubscription(
                    this, SWITCH, message -> runIfMeant(new String(message, UTF_8), whenMoved), ended -> {});
            watch.start();
            switchboard.keep(watch);
        } catch (StoreException refused) {
            LOGGER.log(Level.WARNING, "nobody listens for a change of the primary: " + refused.getMessage());
        }
    }

    private void runIfMeant(String message, Runnable whenMoved) {
        if (message.startsWith(master + " ")) {
            whenMoved.run();
        }
    }
}
