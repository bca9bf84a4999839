package io.rush.core.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, so that it is told from one that gets its id later and from one of another machine or container.
 *
 * @param space where process ids mean the same: one start of a machine, and one container on it
 * @param id its id there
 * @param start when it started, in whatever unit; {@value #UNKNOWN} if that cannot be read
 */
record OsProcess(String space, long id, String start) {
    private static final String UNKNOWN = "-";
    private static final int START = 19;
    private static final OsProcess OWN =
            new OsProcess(ownSpace(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));

    /** This JVM. */
    static OsProcess own() {
        return OWN;
    }

    static OsProcess parse(String text) {
        String[] parts = text.split(" ", 3);
        return new OsProcess(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    /** What {@link #parse} reads. */
    String text() {
        return space + " " + id + " " + start;
    }

    /** Whether it is certain that it has ended; never of a process of another space. */
    boolean hasEnded() {
        if (!space.equals(OWN.space)) {
            return false;
        }
        Optional<ProcessHandle> found = ProcessHandle.of(id).filter(ProcessHandle::isAlive);
        return found.isEmpty() || isZombie() || isAnother(startOf(found.get()));
    }

    private boolean isAnother(String found) {
        return !start.equals(UNKNOWN) && !found.equals(UNKNOWN) && !start.equals(found);
    }

    private boolean isZombie() {
        return statusOf(id).map(fields -> fields[0]).filter("Z"::equals).isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return statusOf(process.pid())
                .map(fields -> fields[START])
                .or(() -> process.info().startInstant().map(Instant::toString))
                .orElse(UNKNOWN);
    }

    /** What Linux tells of a process behind its name, from its state on. */
    private static Optional<String[]> statusOf(long id) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(id), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(fields).filter(all -> all.length > START);
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    /** Two containers may share the name of their machine, so Linux is asked for more. */
    private static String ownSpace() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String container =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot + "/" + container;
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return HostName.own().replace(' ', '-');
        }
    }
}
