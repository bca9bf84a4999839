package io.rush.core.capture;

import io.rush.api.log.LogEvent;

/** Where the events of one worker go. Thread-safe; never throws. */
public interface Destination {
    /** Takes an event; called in the thread that logged it, which must not wait for anything. */
    void accept(LogEvent event);

    /** The worker's thread ends. */
    void end();
}
