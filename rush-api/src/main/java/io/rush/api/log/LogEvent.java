package io.rush.api.log;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * What was logged in this JVM, in the terms of rush.
 *
 * @param level the nearest level
 * @param logger name of the logger; empty for the root
 * @param message the message with its parameters filled in
 * @param throwable what was logged along with it
 */
public record LogEvent(Level level, String logger, String message, Optional<Throwable> throwable) {}
