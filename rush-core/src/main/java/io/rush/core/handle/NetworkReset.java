package io.rush.core.handle;

import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;

/** Deletes everything that a network holds in Redis: its structures in one moment, what they name page by page. */
final class NetworkReset {
    private NetworkReset() {}

    static void reset(NetworkStore network) {
        while (network.run(Script.RESET, new Arguments()).asLong() == 0) {
            sweep(network);
        }
        sweep(network);
    }

    private static void sweep(NetworkStore network) {
        long more = 1;
        while (more == 1) {
            more = network.run(Script.SWEEP, new Arguments().add(NetworkStore.PAGE))
                    .asLong();
        }
    }
}
