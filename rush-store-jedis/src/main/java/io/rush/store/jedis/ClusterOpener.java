package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Connection;

/** Opens connections to any primary of a cluster, which hears what is published on each. Thread-safe. */
record ClusterOpener(ClusterNodes nodes) implements Opener {
    @Override
    public Connection open() {
        List<StoreException> silent = new ArrayList<>();
        for (ServerAddress.Tcp owner : nodes.owners()) {
            try {
                return nodes.with(owner, node -> node.listening().open());
            } catch (StoreException failed) {
                silent.add(failed);
            }
        }
        throw failures().noNode(silent);
    }

    @Override
    public StoreFailures failures() {
        return nodes.failures();
    }
}
