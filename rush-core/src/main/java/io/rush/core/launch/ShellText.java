package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts that scripts for a POSIX shell have in common. */
final class ShellText {
    private static final String DEFAULT_JAVA = "\"${JAVA_HOME:+$JAVA_HOME/bin/}java\"";

    private ShellText() {}

    /** One word of a command, whatever is in it. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The command that runs a worker. */
    static String command(WorkerScript script, RemoteCommand command) {
        String java = script.java().isEmpty() ? DEFAULT_JAVA : quoted(script.java());
        return java + " " + command.arguments().stream().map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    /** Says what the script does. Only whether the variable is set is asked, so that no trace shows what it holds. */
    static List<String> preamble(String networkId) {
        return List.of(
                "# Starts workers of the rush network " + networkId + ". They wait until startRemote says what to run.",
                "# Set " + NetworkAddress.URL_VARIABLE
                        + " in the environment first, for example from a file that only you" + " can read:",
                "#   export " + NetworkAddress.URL_VARIABLE + "=\"$(cat ~/.rush-redis-url)\"",
                "# It holds redis://[user:password@]host[:port][/database].");
    }

    static List<String> requireUrl() {
        String variable = NetworkAddress.URL_VARIABLE;
        return List.of(
                "if [ -z \"${" + variable + "+set}\" ]; then",
                "  echo '" + variable + " is not set; set it to redis://[user:password@]host[:port][/database]' >&2",
                "  exit " + ExitCode.USAGE,
                "fi",
                "export " + variable);
    }

    /** Chooses the store and the directory. */
    static List<String> surroundings(WorkerScript script, Optional<String> storeName) {
        String store = storeName
                .map(name -> "export " + NetworkAddress.STORE_VARIABLE + "=" + quoted(name))
                .orElse("unset " + NetworkAddress.STORE_VARIABLE);
        return script.workingDirectory()
                .map(directory -> List.of(store, "cd " + quoted(directory) + " || exit " + ExitCode.USAGE))
                .orElse(List.of(store));
    }
}
