package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskField;
import io.rush.core.script.Arguments;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fields that are read from each task that is taken. Immutable. */
final class ReadFields {
    /** Present in the hash of a task that had to be taken back from a worker that was lost before it began it. */
    private static final String RETURNED = "returned";

    private static final ReadFields DEFAULT =
            new ReadFields(List.of(TaskField.XS, TaskField.SEED, TaskField.TIMEOUT, TaskField.N_RETRIES), false);

    private final List<TaskField> fields;
    private final boolean returned;
    private final List<byte[]> arguments;

    private ReadFields(List<TaskField> fields, boolean returned) {
        this.fields = fields;
        this.returned = returned;
        this.arguments = arguments(fields, returned);
    }

    private static List<byte[]> arguments(List<TaskField> fields, boolean returned) {
        List<String> names =
                new ArrayList<>(fields.stream().map(HashField::nameOf).toList());
        if (returned) {
            names.add(RETURNED);
        }
        names.add(0, Integer.toString(names.size()));
        return names.stream().map(name -> name.getBytes(UTF_8)).toList();
    }

    /** Those that a caller named; inputs, seed, timeout and retries if none. */
    static ReadFields of(List<TaskField> fields) {
        return fields.isEmpty() ? DEFAULT : new ReadFields(List.copyOf(fields), false);
    }

    /** The same, and whether the task was returned. */
    ReadFields withReturned() {
        return new ReadFields(fields, true);
    }

    /** Adds their number and their names. */
    void addTo(Arguments call) {
        arguments.forEach(call::add);
    }

    Map<TaskField, byte[]> read(List<RedisReply> values) {
        Map<TaskField, byte[]> read = new EnumMap<>(TaskField.class);
        for (int i = 0; i < fields.size(); i++) {
            if (!values.get(i).isNil()) {
                read.put(fields.get(i), values.get(i).asBytes());
            }
        }
        return read;
    }

    boolean isReturned(List<RedisReply> values) {
        return returned && !values.get(fields.size()).isNil();
    }
}
