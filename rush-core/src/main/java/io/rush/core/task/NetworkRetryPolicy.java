package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.task.RetryPolicy;
import io.rush.core.codec.RetryPolicies;
import io.rush.core.script.NetworkStore;
import java.util.List;
import java.util.Optional;

/** The retry policy of a network in Redis, where the scripts that fail tasks read it. Thread-safe. */
final class NetworkRetryPolicy {
    private final NetworkStore network;
    private final String key;

    NetworkRetryPolicy(NetworkStore network) {
        this.network = network;
        this.key = network.key("retry_policy");
    }

    void set(RetryPolicy policy) {
        network.store().send(RedisCommand.ofBytes("SET", List.of(key.getBytes(UTF_8), RetryPolicies.encode(policy))));
    }

    Optional<RetryPolicy> get() {
        RedisReply stored = network.store().send(RedisCommand.of("GET", key));
        return stored.isNil() ? Optional.empty() : Optional.of(RetryPolicies.decode(stored.asBytes()));
    }

    void clear() {
        network.store().send(RedisCommand.of("DEL", key));
    }
}
