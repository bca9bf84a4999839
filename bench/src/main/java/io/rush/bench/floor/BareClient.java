package io.rush.bench.floor;

import java.util.Optional;

/**
 * A client library by itself on one connection, used as its synchronous users do: what a call costs before rush has any
 * part in it. For one thread. What fails is an exception of the library.
 */
public interface BareClient extends AutoCloseable {
    /** Calls a script that the server knows. */
    void call(ScriptCall call);

    @Override
    void close();

    /** The library beneath a store, connected to a server on this machine; empty for stores of others. */
    static Optional<BareClient> of(String store, int port) {
        return switch (store) {
            case "jedis" -> Optional.of(new BareJedis(port));
            case "lettuce" -> Optional.of(new BareLettuce(port));
            default -> Optional.empty();
        };
    }
}
