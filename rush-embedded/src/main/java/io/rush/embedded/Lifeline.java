package io.rush.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Launches server processes so that they, and their directory, end with this JVM. One process at a time. */
sealed interface Lifeline permits ShellLifeline, HookLifeline {
    /** The strongest that this machine has for servers in the directory. */
    static Lifeline over(Path directory) {
        return ShellLifeline.isPossible() ? ShellLifeline.over(directory) : HookLifeline.over(directory);
    }

    Process launch(List<String> command) throws IOException;

    /** Lets go; the process must have ended. */
    void close();
}
