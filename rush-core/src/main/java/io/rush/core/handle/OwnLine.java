package io.rush.core.handle;

import io.rush.api.RushConfig;
import io.rush.core.connect.Connection;
import io.rush.core.script.NetworkStore;
import io.rush.core.worker.PulseLine;
import java.time.Duration;

/** A second connection to a network; a store that was handed in is shared. */
record OwnLine(Connection connection, NetworkStore network) implements PulseLine {
    static OwnLine open(RushConfig config, Duration commandTimeout) {
        Connection connection = Connection.open(config, commandTimeout);
        return new OwnLine(connection, new NetworkStore(connection.store(), config.networkId()));
    }

    @Override
    public void close() {
        connection.close();
    }
}
