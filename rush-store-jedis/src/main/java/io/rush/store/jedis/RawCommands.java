package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.commands.ProtocolCommand;

/** Commands as Jedis writes them. The arguments' bytes are not copied. */
final class RawCommands {
    private RawCommands() {}

    static CommandArguments of(RedisCommand command) {
        byte[] name = command.name().getBytes(UTF_8);
        CommandArguments raw = new CommandArguments((ProtocolCommand) () -> name);
        List<byte[]> arguments = command.arguments();
        for (byte[] argument : arguments) {
            raw.add(argument);
        }
        return raw;
    }
}
