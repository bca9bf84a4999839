package io.rush.loop.process.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that descend from a child JVM. Those whose parent has ended belong to nobody's descendants any more; on
 * Linux they are found by a mark in the environment that they inherited.
 */
public final class Kindred {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 50;
    private static final long MILLIS_A_ROUND = 20;

    private final String mark;

    /**
     * Those of one child.
     *
     * @param mark a variable and its value, as in the environment
     */
    public Kindred(String mark) {
        this.mark = mark;
    }

    /** Kills those that are known, and those that bear the mark; not this process. Waits a moment until they are gone. */
    public void kill(Collection<ProcessHandle> known) {
        known.forEach(ProcessHandle::destroyForcibly);
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = marked();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(Kindred::awaitEnd);
        }
    }

    private List<ProcessHandle> marked() {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        long own = ProcessHandle.current().pid();
        try (Stream<Path> entries = Files.list(PROCESSES)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::parseLong)
                    .filter(pid -> pid != own)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .filter(this::isMarked)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The process was looked up before, so that its id cannot have become another's when it is killed. */
    private boolean isMarked(ProcessHandle process) {
        try {
            Path environment = PROCESSES.resolve(Long.toString(process.pid())).resolve("environ");
            return new String(Files.readAllBytes(environment), ISO_8859_1).contains(mark);
        } catch (IOException goneOrOfOthers) {
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(MILLIS_A_ROUND, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            // The next round looks again.
        }
    }
}
