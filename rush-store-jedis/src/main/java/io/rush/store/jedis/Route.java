package io.rush.store.jedis;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.List;

/** The way of commands to the node, or the nodes, that they are for. Thread-safe. */
interface Route extends AutoCloseable {
    /** Proves that the way can be gone. */
    void warm();

    /** Sends one command; a refusal is thrown. */
    RedisReply send(RedisCommand command);

    /** Sends many commands; refusals stand in their places. */
    List<RedisReply> sendAll(String operation, List<RedisCommand> commands);

    /** Sends commands of which the first blocks, for at most a time; refusals stand in their places. */
    List<RedisReply> block(String operation, List<RedisCommand> commands, int timeoutMillis);

    /** Opens connections to listen on. */
    Opener listening();

    StoreFailures failures();

    @Override
    void close();
}
