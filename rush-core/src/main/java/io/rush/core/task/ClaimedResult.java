package io.rush.core.task;

import io.rush.core.script.Arguments;

/**
 * A result whose task the worker held until now.
 *
 * @param attempt the attempt under which the task runs
 */
record ClaimedResult(EncodedResult result, String attempt) {
    String key() {
        return result.key();
    }

    void addTo(Arguments arguments) {
        arguments
                .add(result.key())
                .add(attempt)
                .add(result.field())
                .add(result.value())
                .add(result.extra());
    }
}
