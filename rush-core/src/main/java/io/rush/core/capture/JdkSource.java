package io.rush.core.capture;

import io.rush.api.log.LogSink;
import io.rush.api.log.LogSource;
import io.rush.api.log.LogTap;

/** {@code java.util.logging}, where {@link System.Logger} goes too unless somebody replaced it. */
final class JdkSource implements LogSource {
    @Override
    public String name() {
        return "java.util.logging";
    }

    @Override
    public LogTap open(LogSink sink) {
        return JdkTap.install(sink);
    }
}
