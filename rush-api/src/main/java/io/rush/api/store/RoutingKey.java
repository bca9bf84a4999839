package io.rush.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the key by whose hash slot a cluster routes a command. */
final class RoutingKey {
    private static final Set<String> KEYLESS = Set.of(
            "ACL",
            "ASKING",
            "AUTH",
            "BGREWRITEAOF",
            "BGSAVE",
            "CLIENT",
            "CLUSTER",
            "COMMAND",
            "CONFIG",
            "DBSIZE",
            "DEBUG",
            "DISCARD",
            "ECHO",
            "EXEC",
            "FAILOVER",
            "FLUSHALL",
            "FLUSHDB",
            "FUNCTION",
            "HELLO",
            "INFO",
            "KEYS",
            "LASTSAVE",
            "LATENCY",
            "LOLWUT",
            "MODULE",
            "MONITOR",
            "MULTI",
            "PING",
            "PSUBSCRIBE",
            "PUBLISH",
            "PUBSUB",
            "PUNSUBSCRIBE",
            "QUIT",
            "RANDOMKEY",
            "READONLY",
            "READWRITE",
            "REPLICAOF",
            "RESET",
            "ROLE",
            "SAVE",
            "SCAN",
            "SCRIPT",
            "SELECT",
            "SHUTDOWN",
            "SLOWLOG",
            "SUBSCRIBE",
            "SWAPDB",
            "TIME",
            "UNSUBSCRIBE",
            "UNWATCH",
            "WAIT",
            "WAITAOF");

    /** The key follows a word. */
    private static final Set<String> SECOND = Set.of("BITOP", "MEMORY", "OBJECT", "XGROUP", "XINFO");

    /** A script or a timeout, the number of keys, the keys. */
    private static final Set<String> COUNTED_SECOND =
            Set.of("BLMPOP", "BZMPOP", "EVAL", "EVALSHA", "EVALSHA_RO", "EVAL_RO", "FCALL", "FCALL_RO");

    /** The number of keys, the keys. */
    private static final Set<String> COUNTED_FIRST =
            Set.of("LMPOP", "SINTERCARD", "ZDIFF", "ZINTER", "ZINTERCARD", "ZMPOP", "ZUNION");

    private static final Set<String> STREAMS = Set.of("XREAD", "XREADGROUP");

    private RoutingKey() {}

    static Optional<byte[]> of(RedisCommand command) {
        String name = command.name().toUpperCase(Locale.ROOT);
        List<byte[]> arguments = command.arguments();
        if (KEYLESS.contains(name)) {
            return Optional.empty();
        }
        if (COUNTED_SECOND.contains(name)) {
            return counted(arguments, 1);
        }
        if (COUNTED_FIRST.contains(name)) {
            return counted(arguments, 0);
        }
        if (STREAMS.contains(name)) {
            return stream(arguments);
        }
        return at(arguments, SECOND.contains(name) ? 1 : 0);
    }

    private static Optional<byte[]> counted(List<byte[]> arguments, int index) {
        boolean none =
                at(arguments, index).map(count -> "0".equals(text(count))).orElse(true);
        return none ? Optional.empty() : at(arguments, index + 1);
    }

    private static Optional<byte[]> stream(List<byte[]> arguments) {
        int index = 0;
        while (index < arguments.size() && !"STREAMS".equalsIgnoreCase(text(arguments.get(index)))) {
            index++;
        }
        return at(arguments, index + 1);
    }

    private static Optional<byte[]> at(List<byte[]> arguments, int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }

    private static String text(byte[] argument) {
        return new String(argument, UTF_8);
    }
}
