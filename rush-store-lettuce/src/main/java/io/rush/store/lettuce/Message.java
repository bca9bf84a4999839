package io.rush.store.lettuce;

import io.rush.api.store.RedisCommand;
import java.time.Duration;
import java.util.List;

/**
 * What a caller says on a line at once.
 *
 * @param operation how errors name it
 * @param patience the longest time without any reply
 */
record Message(String operation, List<RedisCommand> commands, Duration patience) {}
