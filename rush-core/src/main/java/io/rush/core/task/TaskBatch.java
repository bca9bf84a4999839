package io.rush.core.task;

import io.rush.core.script.Arguments;
import io.rush.core.script.MadeOnDemand;
import io.rush.core.script.NetworkStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

/** New tasks with fresh keys, encoded and checked before anything is written. Not thread-safe. */
final class TaskBatch {
    private final List<String> keys;
    private final List<String> fields = new ArrayList<>();
    private final List<List<byte[]>> values = new ArrayList<>();

    TaskBatch(int size) {
        String[] fresh = new String[size];
        Arrays.setAll(fresh, task -> TaskKeys.next());
        this.keys = List.of(fresh);
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
     * The calls of a script that writes the tasks, each made when it is asked for: a head, which gets the index of the call's first task, the names of
     * the fields, then task by task its key, what comes after it, and the values.
     */
    List<Arguments> calls(IntFunction<Arguments> head, ObjIntConsumer<Arguments> afterKey) {
        int pages = (size() + NetworkStore.PAGE - 1) / NetworkStore.PAGE;
        return new MadeOnDemand<>(pages, page -> {
            int from = page * NetworkStore.PAGE;
            Arguments arguments = head.apply(from).add(fields.size()).addAll(fields);
            addTasks(arguments, from, afterKey);
            return arguments;
        });
    }

    private void addTasks(Arguments arguments, int from, ObjIntConsumer<Arguments> afterKey) {
        int to = Math.min(size(), from + NetworkStore.PAGE);
        for (int task = from; task < to; task++) {
            arguments.add(keys.get(task));
            afterKey.accept(arguments, task);
            for (List<byte[]> column : values) {
                arguments.add(Lengths.elementOf(column, task));
            }
        }
    }
}
