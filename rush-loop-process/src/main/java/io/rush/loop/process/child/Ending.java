package io.rush.loop.process.child;

import io.rush.loop.process.system.Kindred;
import io.rush.loop.process.system.PrivateDirectory;
import io.rush.loop.process.wire.Address;
import io.rush.loop.process.wire.ChildExit;
import java.nio.file.Path;

/** The ways in which this JVM ends itself. */
final class Ending {
    private final Address address;

    Ending(Address address) {
        this.address = address;
    }

    /** Nobody is there any more for whom to work: takes along what was started here, and what the worker left on the disk. */
    void workerGone() {
        try {
            new Kindred(address.mark())
                    .kill(ProcessHandle.current().descendants().toList());
            Path directory = address.socket().getParent();
            if (directory != null) {
                PrivateDirectory.delete(directory);
            }
        } finally {
            Runtime.getRuntime().halt(ChildExit.WORKER_GONE);
        }
    }

    /** Says so by the exit code, as there is no memory to say more. */
    static void outOfMemory() {
        Runtime.getRuntime().halt(ChildExit.OUT_OF_MEMORY);
    }
}
