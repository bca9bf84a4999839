package io.rush.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One Redis command: a name and its arguments as bytes. Immutable by contract: nobody changes an argument's bytes. */
public final class RedisCommand {
    private final String name;
    private final List<byte[]> arguments;

    private RedisCommand(String name, List<byte[]> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /** A command with text arguments, encoded as UTF-8. */
    public static RedisCommand of(String name, String... arguments) {
        List<byte[]> encoded = new ArrayList<>(arguments.length);
        for (String argument : arguments) {
            encoded.add(argument.getBytes(UTF_8));
        }
        return new RedisCommand(name, Collections.unmodifiableList(encoded));
    }

    /** A command with binary arguments; the arrays are not copied. */
    public static RedisCommand ofBytes(String name, Collection<byte[]> arguments) {
        return new RedisCommand(name, List.copyOf(arguments));
    }

    /** The command's name, for example {@code EVALSHA}; one word. */
    public String name() {
        return name;
    }

    /** The arguments in order; the list cannot be changed. */
    public List<byte[]> arguments() {
        return arguments;
    }

    /**
     * The key by whose hash slot a cluster routes the command: the first key of a script, the first stream of {@code
     * XREAD}, mostly the first argument; empty for commands such as {@code PING} that any node can answer. Not copied.
     */
    public Optional<byte[]> key() {
        return RoutingKey.of(this);
    }

    /** The name alone: arguments may hold secrets or megabytes. */
    @Override
    public String toString() {
        return name + " with " + arguments.size() + " arguments";
    }
}
