package io.rush.core.launch;

import java.util.Map;

/** Exit codes of a worker's process, and what they mean in words. */
public final class ExitCode {
    /** The worker left the network on its own account or because it was asked to. */
    public static final int LEFT = 0;

    /** The loop or the function could not be created, or the loop threw. */
    public static final int LOOP_FAILED = 1;

    /** The arguments or the environment of the process are wrong; nothing was tried. */
    public static final int USAGE = 2;

    /** The network was not reached or does not know the worker. */
    public static final int NOT_CONNECTED = 3;

    /** The process that started the worker is gone; the worker was supervised and ended itself. */
    public static final int PARENT_GONE = 4;

    /** The worker was killed or declared lost, or the network was reset; it learned that and ended itself. */
    public static final int TAKEN_OFF = 5;

    private static final int SIGNAL_BASE = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL",
            11, "SIGSEGV", 15, "SIGTERM");

    private ExitCode() {}

    /** The code, and the signal where it tells of one. */
    static String inWords(int code) {
        String signal = SIGNALS.get(code - SIGNAL_BASE);
        String meaning = signal == null ? meaning(code) : " (" + signal + ")";
        return "exit code " + code + meaning;
    }

    private static String meaning(int code) {
        return switch (code) {
            case LOOP_FAILED -> " (its loop failed)";
            case USAGE -> " (wrong arguments or environment)";
            case NOT_CONNECTED -> " (network not reached)";
            case TAKEN_OFF -> " (it was taken off the network)";
            case PARENT_GONE -> " (the process that started it is gone)";
            default -> "";
        };
    }
}
