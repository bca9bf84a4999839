package io.rush.core.task;

import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/** New tasks with fresh keys, encoded and checked before anything is written. Not thread-safe. */
final class TaskBatch {
    private final List<String> keys;
    private final List<String> fields = new ArrayList<>();
    private final List<List<byte[]>> values = new ArrayList<>();

    TaskBatch(int size) {
        this.keys = Stream.generate(TaskKeys::next).limit(size).toList();
    }

    int size() {
        return keys.size();
    }

    List<String> keys() {
        return keys;
    }

    /**
     * Adds a field.
     *
     * @param encoded one value a task, or one for all, or none
     */
    TaskBatch with(String field, List<byte[]> encoded) {
        Lengths.requireFitting("the list of " + field, encoded.size(), size());
        if (!encoded.isEmpty()) {
            fields.add(field);
            values.add(encoded);
        }
        return this;
    }

    /**
     * The calls of a script that writes the tasks: a head, which gets the index of the call's first task, the names of
     * the fields, then task by task its key, what comes after it, and the values.
     */
    List<Arguments> calls(IntFunction<Arguments> head, ObjIntConsumer<Arguments> afterKey) {
        List<Arguments> calls = new ArrayList<>();
        for (int from = 0; from < size(); from += NetworkStore.PAGE) {
            Arguments arguments = head.apply(from).add(fields.size()).addAll(fields);
            int to = Math.min(size(), from + NetworkStore.PAGE);
            for (int task = from; task < to; task++) {
                arguments.add(keys.get(task));
                afterKey.accept(arguments, task);
                for (List<byte[]> column : values) {
                    arguments.add(Lengths.elementOf(column, task));
                }
            }
            calls.add(arguments);
        }
        return calls;
    }
}
