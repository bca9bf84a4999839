package io.rush.core.archive;

import io.rush.api.error.SerializationException;
import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskState;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import io.rush.core.table.Chunk;
import io.rush.core.table.ChunkBuilder;
import io.rush.core.table.DroppedPositions;
import io.rush.core.table.FieldResolver;
import io.rush.core.table.TablePart;
import io.rush.core.table.TaskBody;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads tasks that are not finished: queued, running or failed ones, which are never cached. Thread-safe. */
final class CurrentTasks {
    private static final Logger LOG = System.getLogger(NetworkArchive.class.getName());
    private static final byte[] NOTHING = {'{', '}'};

    private final NetworkStore network;
    private final FieldResolver outsourced;

    CurrentTasks(NetworkStore network, FieldResolver outsourced) {
        this.network = network;
        this.outsourced = outsourced;
    }

    /** The tasks of these keys, in order. */
    TablePart part(List<String> keys, TaskState state) {
        List<RedisReply> hashes = read(keys);
        List<TaskBody> bodies = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            bodies.add(TaskBodies.of(keys.get(i), hashes.get(i)));
        }
        return part(state, bodies);
    }

    /** The running tasks, given with their workers. */
    TablePart running(Map<String, String> workersByKey) {
        Iterator<RedisReply> hashes = read(List.copyOf(workersByKey.keySet())).iterator();
        List<TaskBody> bodies = new ArrayList<>(workersByKey.size());
        workersByKey.forEach((key, worker) -> bodies.add(TaskBodies.ofRunning(key, hashes.next(), worker)));
        return part(TaskState.RUNNING, bodies);
    }

    private List<RedisReply> read(List<String> keys) {
        List<Arguments> calls = Pages.of(keys).stream()
                .map(page -> new Arguments().addAll(page))
                .toList();
        List<RedisReply> hashes = new ArrayList<>(keys.size());
        network.runAll(Script.READ_TASKS, calls).forEach(page -> hashes.addAll(page.asList()));
        return hashes;
    }

    /** A task that failed because its file is broken has a condition that says so, which must be readable. */
    private byte[] resolveOrLeaveEmpty(String field, byte[] stored) {
        try {
            return outsourced.resolve(field, stored);
        } catch (SerializationException broken) {
            LOG.log(Level.WARNING, "a failed task is shown without a field: {0}", broken.getMessage());
            return NOTHING;
        }
    }

    private TablePart part(TaskState state, List<TaskBody> bodies) {
        FieldResolver fields = state == TaskState.FAILED ? this::resolveOrLeaveEmpty : outsourced;
        List<Chunk> chunks = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(fields);
        DroppedPositions dropped = DroppedPositions.NONE;
        for (int position = 0; position < bodies.size(); position++) {
            if (builder.isFull()) {
                chunks.add(builder.snapshot());
                builder = new ChunkBuilder(fields);
            }
            dropped = Drops.append(builder, bodies.get(position)) ? dropped.with(position) : dropped;
        }
        chunks.add(builder.snapshot());
        return TablePart.of(chunks::get, 0, bodies.size(), dropped, state);
    }
}
