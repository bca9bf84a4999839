package io.rush.store.lettuce;

import io.rush.api.store.RedisCommand;
import java.util.Set;

/** Commands that run scripts. */
final class Scripts {
    private static final Set<String> COMMANDS = Set.of("EVAL", "EVALSHA", "EVALSHA_RO", "EVAL_RO", "FCALL", "FCALL_RO");

    private Scripts() {}

    /**
     * Whether it may use keys that it does not name. While a slot is on its way, such a key can be on either node, so the
     * script must not run on one that holds only some of them.
     */
    static boolean isRunBy(RedisCommand command) {
        return COMMANDS.contains(command.name());
    }
}
