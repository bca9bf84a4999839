package io.rush.it.servers;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.StoreConfig;
import java.util.List;

/**
 * Redis as clients find it, be it one server or several, with ways to look at it and to hurt it past every store.
 * Thread-safe.
 */
public interface Servers extends AutoCloseable {
    /** How clients reach it, with the time-outs left at their defaults. */
    StoreConfig.Builder config();

    /** Sends a command to the server that holds its key now, or to any that holds data; a refusal is a reply too. */
    RedisReply send(RedisCommand command);

    /** The way to each server, sentinels too. */
    List<Admin> admins();

    /** Ends every server that holds data at once, as a crash would. Connections break, data is lost. */
    void stop();

    /** Starts what was stopped at the same addresses, and returns when clients can be served again. */
    void start();

    /** Stops the execution of every server: each still accepts connections, and none answers. */
    void freeze();

    /** Lets frozen servers go on, and returns when clients can be served again. */
    void thaw();

    @Override
    void close();
}
