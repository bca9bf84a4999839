package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the user wants set, as lines of a configuration file. A file, because argument lists are readable by everybody on
 * the machine and options may be passwords.
 */
final class ServerOptions {
    private static final Set<String> RESERVED =
            Set.of("bind", "port", "dir", "daemonize", "logfile", "loglevel", "supervised");

    /** Alone it is no setting but what the process is. */
    private static final String SENTINEL = "--sentinel";

    private final List<String> lines;
    private final boolean sentinel;

    private ServerOptions(List<String> lines, boolean sentinel) {
        this.lines = List.copyOf(lines);
        this.sentinel = sentinel;
    }

    static ServerOptions of(List<String> arguments) {
        List<String> lines = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--") && !argument.equals(SENTINEL)) {
                lines.add(directive(argument));
            } else if (!argument.startsWith("--")) {
                appendValue(lines, argument);
            }
        }
        return new ServerOptions(lines, arguments.contains(SENTINEL));
    }

    private static String directive(String argument) {
        String directive = argument.substring("--".length()).strip();
        String name = directive.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new ConfigurationException("a Redis option has no name; write it as \"--name\", \"value\"");
        }
        if (RESERVED.contains(name)) {
            throw new ConfigurationException(
                    "the Redis option --" + name + " is set by the embedded server itself; leave it out");
        }
        return directive;
    }

    private static void appendValue(List<String> lines, String value) {
        if (lines.isEmpty()) {
            throw new ConfigurationException(
                    "the first Redis option does not begin with --; write options as \"--name\", \"value\"");
        }
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + " " + quoted(value));
    }

    /** What follows the name of the configuration file on the command line. */
    List<String> flags() {
        return sentinel ? List.of(SENTINEL) : List.of();
    }

    /** The whole file. The user's lines come last, so they win over the defaults. */
    String toConfiguration(int port, Path data) {
        List<String> all = new ArrayList<>(List.of(
                "bind " + Loopback.HOST,
                "port " + port,
                "dir " + quoted(data.toString()),
                "daemonize no",
                "logfile \"\"",
                "loglevel notice",
                "save \"\"",
                "appendonly no"));
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
