package io.rush.loop.process.system;

import java.util.Map;
import java.util.Set;

/** How a process ended, in words. */
public final class ExitWords {
    private static final int SIGNAL_BASE = 128;
    private static final int SIGKILL = 9;
    private static final Set<Integer> CRASHES = Set.of(4, 6, 7, 8, 11);
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(SIGKILL, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(15, "SIGTERM"));

    private ExitWords() {}

    /** After "the child JVM". */
    public static String of(int code) {
        int signal = code - SIGNAL_BASE;
        String name = SIGNALS.get(signal);
        if (name == null) {
            return "ended with exit code " + code + ": the function, or something that it called, ended it";
        }
        String what = name + " (exit code " + code + ")";
        if (CRASHES.contains(signal)) {
            return "crashed with " + what;
        }
        return signal == SIGKILL
                ? "was killed from outside with " + what + ", as the kernel does when the machine runs out of memory"
                : "was ended from outside with " + what;
    }
}
