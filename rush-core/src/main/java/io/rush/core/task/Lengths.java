package io.rush.core.task;

import io.rush.api.error.ConfigurationException;
import java.util.List;

/** Checks that lists fit the tasks they come along with: one element for all tasks, or one a task. */
final class Lengths {
    private Lengths() {}

    /** Allows an empty list, one element for all, or one a task. */
    static void requireFitting(String what, int length, int tasks) {
        if (length > 1 && length != tasks) {
            throw refused(what, length, tasks, "give one for all, or one a task");
        }
    }

    /** Allows one element for all, or one a task. */
    static void requireSome(String what, int length, int tasks) {
        requireFitting(what, length, tasks);
        if (length == 0 && tasks > 0) {
            throw refused(what, length, tasks, "give one for all, or one a task");
        }
    }

    /** Allows one element a task. */
    static void requireOneATask(String what, int length, int tasks) {
        if (length != tasks) {
            throw refused(what, length, tasks, "give one a task");
        }
    }

    /** The element of a task in a list that may hold one for all. */
    static <T> T elementOf(List<T> list, int task) {
        return list.size() == 1 ? list.get(0) : list.get(task);
    }

    private static ConfigurationException refused(String what, int length, int tasks, String mend) {
        return new ConfigurationException(what + " has " + length + " elements for " + tasks + " tasks; " + mend);
    }
}
