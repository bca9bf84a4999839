package io.rush.loop.process.child;

import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import java.util.Optional;

/** What was thrown, as the condition of a task. */
final class Failures {
    private Failures() {}

    static Condition condition(Throwable thrown) {
        return thrown instanceof OutOfMemoryError exhausted ? outOfMemory(exhausted) : described(thrown);
    }

    private static Condition outOfMemory(OutOfMemoryError exhausted) {
        Condition condition = described(exhausted);
        return new Condition(
                condition.cause(),
                "the child JVM ran out of memory (" + condition.message()
                        + "); the loop option 'heap' gives it more, as in heap=2g",
                condition.errorClass(),
                condition.stackTrace());
    }

    /** Message and stack trace are made by code of the exception's, which may itself be broken. */
    private static Condition described(Throwable thrown) {
        try {
            return Condition.error(thrown);
        } catch (RuntimeException | StackOverflowError broken) {
            String type = thrown.getClass().getName();
            return new Condition(
                    FailureCause.ERROR,
                    type + ", whose message or stack trace cannot be made: "
                            + broken.getClass().getName(),
                    Optional.of(type),
                    Optional.empty());
        }
    }
}
