package io.rush.core.handle;

import io.rush.core.large.LargeObjects;
import io.rush.core.large.PutAside;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.util.Optional;

/**
 * Deletes what a network holds: its structures in one moment, what they name page by page. Its files are moved away before
 * that moment and deleted after it, so that those of tasks that come later stay.
 */
record NetworkReset(NetworkStore network, LargeObjects large) {
    private static final String ALL = "all";
    private static final String DATA = "data";

    /** Everything; nobody must be at work any more. */
    void everything() {
        reset(ALL, large.putAsideAll());
    }

    /** Tasks and hashes; the workers stay. */
    void data() {
        reset(DATA, large.putAsideTasks());
    }

    private void reset(String what, Optional<PutAside> files) {
        try {
            empty(what);
        } catch (RuntimeException outcomeUnknown) {
            files.ifPresent(PutAside::restore);
            throw outcomeUnknown;
        }
        files.ifPresent(PutAside::delete);
        sweep();
    }

    private void empty(String what) {
        while (network.run(Script.RESET, new Arguments().add(what)).asLong() == 0) {
            sweep();
        }
    }

    private void sweep() {
        long more = 1;
        while (more == 1) {
            more = network.run(Script.SWEEP, new Arguments().add(NetworkStore.PAGE))
                    .asLong();
        }
    }
}
