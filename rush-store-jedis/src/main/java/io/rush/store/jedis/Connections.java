package io.rush.store.jedis;

import java.io.IOException;
import java.lang.System.Logger.Level;
import redis.clients.jedis.Connection;

/** Ends connections, also while another thread reads from them. */
final class Connections {
    private static final System.Logger LOGGER = System.getLogger(Connections.class.getName());

    private Connections() {}

    /** Closes the socket without a word to the server; a thread that reads from it gets an error at once. */
    static void drop(Connection connection) {
        try {
            connection.forceDisconnect();
        } catch (IOException broken) {
            LOGGER.log(Level.DEBUG, "a connection that was dropped was broken already", broken);
        }
    }
}
