package io.rush.core.task;

import io.rush.api.task.TaskField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the fields of a task are named in its hash: as in the manual, but for the worker, which stands with its attempt. */
public final class HashField {
    /** Holds {@code <worker id>:<attempt>} of whoever settled the task. */
    public static final String OWNER = "owner";

    /** When the task is retried without anybody asking, as JSON. */
    static final String RETRY_POLICY = "retry_policy";

    private static final TaskField[] FIELDS = TaskField.values();
    private static final byte[][] NAMES = Arrays.stream(FIELDS)
            .map(field -> nameOf(field).getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private HashField() {}

    public static String nameOf(TaskField field) {
        return field == TaskField.WORKER_ID ? OWNER : field.fieldName();
    }

    /** The field of that name in a hash; empty for what rush keeps for itself and for what users added. */
    public static Optional<TaskField> ofName(byte[] name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (Arrays.equals(NAMES[i], name)) {
                return Optional.of(FIELDS[i]);
            }
        }
        return Optional.empty();
    }

    /** The worker id of an owner. */
    public static String workerOf(String owner) {
        int end = owner.lastIndexOf(':');
        return end < 0 ? owner : owner.substring(0, end);
    }
}
