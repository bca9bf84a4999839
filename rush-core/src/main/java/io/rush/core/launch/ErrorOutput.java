package io.rush.core.launch;

/** What a worker's process writes to standard error. */
interface ErrorOutput {
    /** The last {@value Tail#LIMIT} characters; asked after the process has ended. */
    String end();
}
