package io.rush.store.lettuce;

import io.rush.api.error.StoreException;

/** Opens lines to where one node's data is. Thread-safe. */
interface Opener {
    /**
     * A new line that works.
     *
     * @throws StoreException if the server is not reached or refuses the credentials
     */
    Line open();

    /**
     * A line that is subscribed to a channel.
     *
     * @throws StoreException as for {@link #open}, and if the server refuses the channel
     */
    ChannelReader openForChannel(String channel);

    /** What goes wrong there, in words. */
    StoreFailures failures();

    /** Has somebody told when the data moves to another server, where that is announced; ends with the store. */
    default void watch(Runnable whenMoved) {}
}
