package io.rush.it.store;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisSubscription;
import io.rush.it.servers.Admin;
import java.time.Duration;

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

    /** What is heard at a server, once somebody listens there again; that takes no longer than stores may take. */
    final String heardAgain(Admin server, String channel, Ear ear) {
        until("a listener to the channel at " + server, resumption(), () -> listeners(server, channel) == 1);
        server.send("PUBLISH " + channel + " back");
        return ear.nextText();
    }

    /** With much time for slow machines. */
    final Duration resumption() {
        return RedisSubscription.RESUMES_WITHIN.plus(patience().dividedBy(2));
    }
}
