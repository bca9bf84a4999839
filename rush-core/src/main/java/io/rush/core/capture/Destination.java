package io.rush.core.capture;

import io.rush.api.log.LogEvent;

/** Where the events of one worker go. Thread-safe; never throws and never waits for anything. */
public interface Destination {
    /** Takes an event; called in the thread that logged it. */
    void accept(LogEvent event);

    /** The worker's thread ends. */
    void end();
}
