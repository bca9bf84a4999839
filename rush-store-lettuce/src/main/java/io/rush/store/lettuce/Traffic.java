package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rush.api.store.RedisCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what is short enough for the line that all threads share. Whoever comes second on a connection waits until Redis
 * has read, executed and answered what came first, so a long message there would hold up all others. Thread-safe.
 */
final class Traffic {
    /** The longest request that counts as short: Redis reads so much from one client before it turns to the next. */
    static final int SHORT_REQUEST = 16 * 1024;

    /** The most commands that count as short together: Redis executes them in about the time of a round trip. */
    static final int FEW_COMMANDS = 16;

    /** The longest reply that counts as short: more than this does not fit into one read of netty. */
    static final int SHORT_REPLY = 64 * 1024;

    private static final int SHA1_DIGITS = 40;

    /** Commands and scripts whose last reply was long; the next one will be. */
    private final Set<String> longReplies = ConcurrentHashMap.newKeySet();

    boolean isShort(RedisCommand command) {
        return Wire.sizeOf(command) <= SHORT_REQUEST
                && (longReplies.isEmpty() || !longReplies.contains(kindOf(command)));
    }

    /** The commands themselves, if they are short together; else none. */
    List<RedisCommand> ifShort(List<RedisCommand> commands) {
        if (commands.size() > FEW_COMMANDS) {
            return List.of();
        }
        List<RedisCommand> made = new ArrayList<>(commands.size());
        int size = 0;
        for (RedisCommand command : commands) {
            size += Wire.sizeOf(command);
            if (size > SHORT_REQUEST || !isShort(command)) {
                return List.of();
            }
            made.add(command);
        }
        return made;
    }

    /** Learns from a reply what to expect of the next to such a command. */
    void learn(RedisCommand command, long bytes) {
        if (bytes > SHORT_REPLY) {
            longReplies.add(kindOf(command));
        } else if (!longReplies.isEmpty()) {
            longReplies.remove(kindOf(command));
        }
    }

    /** The name, and for a script that is called by its digest that as well. */
    private static String kindOf(RedisCommand command) {
        List<byte[]> arguments = command.arguments();
        return arguments.isEmpty() || arguments.get(0).length != SHA1_DIGITS
                ? command.name()
                : command.name() + " " + new String(arguments.get(0), ISO_8859_1);
    }
}
