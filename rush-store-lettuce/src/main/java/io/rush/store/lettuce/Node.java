package io.rush.store.lettuce;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.time.Duration;
import java.util.List;

/** One server: a line that all threads share for what is short, others for what is long and for what blocks. Thread-safe. */
final class Node implements Route {
    private final Opener opener;
    private final Duration patience;
    private final Traffic traffic = new Traffic();
    private final Lines shared;
    private final Lines pool;
    private final Lines blockingPool;
    private final Speaker shortly;
    private final Speaker atLength;
    private final BlockingCalls blockingCalls;

    /** @param patience how long replies are waited for */
    Node(Opener opener, Switchboard switchboard, Duration patience) {
        this.opener = opener;
        this.patience = patience;
        this.shared = new SharedLine(opener);
        this.pool = new LinePool(opener);
        this.blockingPool = new LinePool(opener);
        this.shortly = new Speaker(shared, switchboard, opener.failures());
        this.atLength = new Speaker(pool, switchboard, opener.failures());
        this.blockingCalls =
                new BlockingCalls(new Speaker(blockingPool, switchboard, opener.failures()), shortly, patience);
    }

    @Override
    public void warm() {
        shortly.say(new Message("PING", List.of(RedisCommand.of("PING")), patience));
        opener.watch(() -> List.of(shared, pool, blockingPool).forEach(Lines::renew));
    }

    @Override
    public RedisReply send(RedisCommand command) {
        Message message = new Message(command.name(), List.of(command), patience);
        Arrival arrival = (traffic.isShort(command) ? shortly : atLength).say(message);
        traffic.learn(command, arrival.bytes());
        return arrival.replies().get(0);
    }

    @Override
    public List<RedisReply> sendAll(String operation, List<RedisCommand> commands) {
        List<RedisCommand> few = traffic.ifShort(commands);
        Arrival arrival = few.isEmpty()
                ? atLength.say(new Message(operation, commands, patience))
                : shortly.say(new Message(operation, few, patience));
        return arrival.replies();
    }

    @Override
    public List<RedisReply> block(String operation, List<RedisCommand> commands, Duration atMost) {
        return blockingCalls.run(operation, commands, atMost);
    }

    @Override
    public Opener listening() {
        return opener;
    }

    @Override
    public StoreFailures failures() {
        return opener.failures();
    }
}
