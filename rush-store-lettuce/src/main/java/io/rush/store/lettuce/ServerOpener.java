package io.rush.store.lettuce;

import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.rush.api.store.RedisReply;
import java.time.Duration;

/**
 * Opens lines to one server.
 *
 * @param patience how long the answer to a subscription is waited for
 */
record ServerOpener(Switchboard switchboard, Plug plug, Greeting greeting, Duration patience, StoreFailures failures)
        implements Opener {
    @Override
    public Line open() {
        return switchboard.greeted(switchboard.connected(plug::talking, failures), greeting, failures);
    }

    @Override
    public ChannelReader openForChannel(String channel) {
        StatefulRedisPubSubConnection<byte[], byte[]> connection = switchboard.connected(plug::listening, failures);
        Line line = switchboard.greeted(connection, greeting, failures);
        ChannelReader reader = new ChannelReader(connection, line);
        boolean subscribed = false;
        try {
            RedisReply reply = reader.subscribe(channel, patience);
            if (reply instanceof RedisReply.Failure refused) {
                throw failures.refused(operation(channel), refused);
            }
            subscribed = true;
            return reader;
        } catch (LostException lost) {
            throw failures.lost(operation(channel), lost);
        } finally {
            if (!subscribed) {
                reader.end();
            }
        }
    }

    private static String operation(String channel) {
        return "SUBSCRIBE " + channel;
    }
}
