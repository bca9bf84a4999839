package io.rush.it.store;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.it.servers.Admin;

/** A topic whose tests listen to channels. */
abstract class ListeningTests extends StoreTests {
    ListeningTests(Contract contract) {
        super(contract);
    }

    final Ear ear() {
        return new Ear(patience());
    }

    final void publish(String channel, String message) {
        servers().send(RedisCommand.of("PUBLISH", channel, message));
    }

    /** How many listen, at whichever server. */
    final long listeners(String channel) {
        return servers().admins().stream()
                .mapToLong(server -> listeners(server, channel))
                .sum();
    }

    /** A sentinel does not say. */
    private static long listeners(Admin server, String channel) {
        return server.ask(RedisCommand.of("PUBSUB", "NUMSUB", channel)) instanceof RedisReply.Array reply
                ? reply.elements().get(1).asLong()
                : 0;
    }

    final void awaitListeners(String channel, int number) {
        until("listeners to the channel: " + number, () -> listeners(channel) == number);
    }
}
