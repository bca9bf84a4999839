package io.rush.api.log;

import java.lang.System.Logger.Level;
import java.util.Map;

/** A logging library that is being captured. Its methods are called by one thread at a time. */
public interface LogTap extends AutoCloseable {
    /**
     * Makes loggers let pass what is to be captured. A logger that lets more pass already is left as it is; one that
     * an earlier call changed and that is no longer named, or needs less now, gets back what it had.
     *
     * @param thresholds the lowest level that must pass, by name of a logger; empty for the root
     */
    void levels(Map<String, Level> thresholds);

    /** Ends the capture and gives each logger the level that it had. */
    @Override
    void close();
}
