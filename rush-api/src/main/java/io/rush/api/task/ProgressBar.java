package io.rush.api.task;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints how far a wait has come: a bar, the number of tasks or workers, failed ones, rate and estimated time left. For
 * {@link AwaitOptions#progress} and {@link io.rush.api.WorkerAwaitOptions#progress}; for one wait at a time.
 *
 * <p>On a terminal it is one line that is written over and over. Elsewhere, for example in a log file, it is a line for each
 * tenth that is done and for each minute, and one at the end, without control characters.
 */
public final class ProgressBar implements Consumer<Progress> {
    private static final int CELLS = 30;
    private static final int STEPS = 10;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final long LONGEST_SILENCE_SECONDS = 60;

    private final PrintStream stream;
    private final boolean rewritesLine;
    private int lastLength;
    private long lastStep = -1;
    private long lastSeconds;

    private ProgressBar(PrintStream stream, boolean rewritesLine) {
        this.stream = stream;
        this.rewritesLine = rewritesLine;
    }

    /** A bar on standard error: one line if the process has a terminal, else several. */
    public static ProgressBar create() {
        return new ProgressBar(System.err, hasTerminal());
    }

    /** Several lines on a stream, which stays open. */
    public static ProgressBar linesOn(PrintStream stream) {
        return new ProgressBar(stream, false);
    }

    /** One line on a stream that leads to a terminal. */
    public static ProgressBar terminalOn(PrintStream stream) {
        return new ProgressBar(stream, true);
    }

    /** From JDK 22 on there is a console without a terminal, too, which says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    @Override
    public synchronized void accept(Progress progress) {
        if (rewritesLine) {
            rewrite(progress);
        } else if (isWorthALine(progress)) {
            stream.println(line(progress));
            stream.flush();
        }
        if (progress.isLast()) {
            lastLength = 0;
            lastStep = -1;
            lastSeconds = 0;
        }
    }

    private void rewrite(Progress progress) {
        String line = line(progress);
        String blanks = " ".repeat(Math.max(0, lastLength - line.length()));
        stream.print("\r" + line + blanks + (progress.isLast() ? System.lineSeparator() : ""));
        stream.flush();
        lastLength = line.length();
    }

    private boolean isWorthALine(Progress progress) {
        long step = (long) (progress.fraction() * STEPS);
        long seconds = progress.elapsed().toSeconds();
        if (!progress.isLast() && step <= lastStep && seconds - lastSeconds < LONGEST_SILENCE_SECONDS) {
            return false;
        }
        lastStep = step;
        lastSeconds = seconds;
        return true;
    }

    private static String line(Progress progress) {
        int filled = (int) (progress.fraction() * CELLS);
        StringBuilder line = new StringBuilder();
        line.append('[')
                .append("=".repeat(filled))
                .append(" ".repeat(CELLS - filled))
                .append("] ");
        line.append(String.format(
                Locale.ROOT,
                "%3d %%  %,d of %,d %s",
                (int) (progress.fraction() * 100),
                progress.done(),
                progress.total(),
                counted(progress.awaited())));
        if (progress.failed() > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    ", %,d %s",
                    progress.failed(),
                    progress.awaited() == Awaited.TASKS ? "failed" : "lost"));
        }
        line.append(String.format(Locale.ROOT, ", %,.1f/s", progress.rate()));
        return line.append(", ").append(time(progress)).toString();
    }

    private static String counted(Awaited awaited) {
        return switch (awaited) {
            case TASKS -> "tasks";
            case RUNNING_WORKERS -> "workers run";
            case STOPPED_WORKERS -> "workers stopped";
        };
    }

    private static String time(Progress progress) {
        if (progress.isLast()) {
            return "took " + text(progress.elapsed());
        }
        return progress.remaining().map(left -> text(left) + " left").orElse("time left unknown");
    }

    /** Hours, minutes and seconds. */
    private static String text(Duration time) {
        long minutes = time.toSeconds() / SECONDS_OF_MINUTE;
        String hours = minutes < SECONDS_OF_MINUTE ? "" : minutes / SECONDS_OF_MINUTE + ":";
        return hours
                + String.format(
                        Locale.ROOT, "%02d:%02d", minutes % SECONDS_OF_MINUTE, time.toSeconds() % SECONDS_OF_MINUTE);
    }
}
