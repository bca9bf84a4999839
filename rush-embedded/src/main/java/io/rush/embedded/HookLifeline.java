package io.rush.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shutdown hook, for machines without a POSIX shell: of no use when the JVM is killed. Thread-safe. */
final class HookLifeline implements Lifeline {
    private final TemporaryDirectory directory;
    private final Thread hook = new Thread(this::end, "rush-redis-end");
    private @Nullable Process process;

    private HookLifeline(TemporaryDirectory directory) {
        this.directory = directory;
    }

    static HookLifeline over(Path directory) {
        HookLifeline lifeline = new HookLifeline(new TemporaryDirectory(directory));
        Runtime.getRuntime().addShutdownHook(lifeline.hook);
        return lifeline;
    }

    @Override
    public synchronized Process launch(List<String> command) throws IOException {
        Process launched = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = launched;
        return launched;
    }

    private synchronized void end() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        directory.delete();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, so the hook runs already and finds nothing to do.
            return;
        }
    }
}
