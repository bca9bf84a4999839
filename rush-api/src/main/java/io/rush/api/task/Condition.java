package io.rush.api.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a task failed, as stored with it.
 *
 * @param cause the kind of failure
 * @param message what happened, in words
 * @param errorClass class name of the throwable, for errors
 * @param stackTrace stack trace with all causes, for errors
 */
public record Condition(FailureCause cause, String message, Optional<String> errorClass, Optional<String> stackTrace) {

    /** A condition in words alone. */
    public static Condition of(FailureCause cause, String message) {
        return new Condition(cause, message, Optional.empty(), Optional.empty());
    }

    /** An error in words alone. */
    public static Condition error(String message) {
        return of(FailureCause.ERROR, message);
    }

    /** An error with message, class and stack trace of {@code thrown}; the class name where it has no message. */
    public static Condition error(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        String type = thrown.getClass().getName();
        String message = thrown.getMessage();
        return new Condition(
                FailureCause.ERROR, message == null ? type : message, Optional.of(type), Optional.of(trace.toString()));
    }

    /** Cause and message, as shown in a table. */
    @Override
    public String toString() {
        return cause.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
