package io.rush.core.archive;

import io.rush.core.table.ChunkBuilder;
import io.rush.core.table.TaskBody;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Appends tasks to chunks and warns of those that have to be left out. */
final class Drops {
    private static final Logger LOG = System.getLogger(NetworkArchive.class.getName());

    private Drops() {}

    /** Returns whether the task was left out; it takes its position all the same. */
    static boolean append(ChunkBuilder chunk, TaskBody body) {
        return chunk.append(body)
                .map(reason -> {
                    LOG.log(Level.WARNING, "task {0} is left out of the table: {1}", body.key(), reason);
                    return true;
                })
                .orElse(false);
    }
}
