package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Opens lines to any primary of a cluster, which hears what is published on each. Thread-safe. */
record ClusterOpener(ClusterNodes nodes) implements Opener {
    @Override
    public Line open() {
        return any(Opener::open);
    }

    @Override
    public ChannelReader openForChannel(String channel) {
        return any(opener -> opener.openForChannel(channel));
    }

    private <T> T any(Function<Opener, T> opening) {
        List<StoreException> silent = new ArrayList<>();
        for (ServerAddress.Tcp owner : nodes.owners()) {
            try {
                return nodes.at(owner, node -> opening.apply(node.listening()));
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
