package io.rush.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskField;
import io.rush.core.table.TaskBody;
import io.rush.core.task.HashField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns hashes as scripts return them, fields and values in turn, into task bodies. */
final class TaskBodies {
    private static final byte OWNER_SEPARATOR = ':';

    private TaskBodies() {}

    static TaskBody of(String key, RedisReply hash) {
        return new TaskBody(key, fields(hash));
    }

    /** The body of a running task, whose worker does not stand in its hash. */
    static TaskBody ofRunning(String key, RedisReply hash, String workerId) {
        Map<TaskField, byte[]> fields = fields(hash);
        if (!fields.isEmpty()) {
            fields.put(TaskField.WORKER_ID, workerId.getBytes(UTF_8));
        }
        return new TaskBody(key, fields);
    }

    private static Map<TaskField, byte[]> fields(RedisReply hash) {
        List<RedisReply> namesAndValues = hash.asList();
        Map<TaskField, byte[]> fields = new EnumMap<>(TaskField.class);
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            byte[] value = namesAndValues.get(i + 1).asBytes();
            HashField.ofName(namesAndValues.get(i).asBytes())
                    .ifPresent(field -> fields.put(field, field == TaskField.WORKER_ID ? workerOf(value) : value));
        }
        return fields;
    }

    private static byte[] workerOf(byte[] owner) {
        int end = owner.length;
        while (end > 0 && owner[end - 1] != OWNER_SEPARATOR) {
            end--;
        }
        return end == 0 ? owner : Arrays.copyOf(owner, end - 1);
    }
}
