package io.rush.core.launch;

/** What a worker's process writes to standard error. */
interface ErrorOutput {
    /** The last {@value Tail#LIMIT} characters; asked after the process has ended. */
    String end();

    /** What it is called in messages. */
    default String name() {
        return "standard error";
    }
}
