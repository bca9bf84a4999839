package io.rush.store.lettuce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What this store does beyond the contract of all stores, which rush-it holds it to. */
class LettuceStoreTest extends OwnServerTestCase {
    @Test
    void everyStatusArrivesAlsoTheOneThatLettucePassesOver() {
        String lua = "return {redis.status_reply('QUEUED'), 'QUEUED', redis.status_reply('FINE')}";

        assertThat(store.send(RedisCommand.of("EVAL", lua, "0")).asList())
                .extracting(RedisReply::asText)
                .containsExactly("QUEUED", "QUEUED", "FINE");
        assertThat(store.send(RedisCommand.of("EVAL", "return redis.status_reply('QUEUED')", "0"))
                        .asText())
                .isEqualTo("QUEUED");
    }

    @Test
    @DisabledIf(
            value = "io.lettuce.core.resource.Transports$NativeTransports#isDomainSocketSupported",
            disabledReason = "netty's native transport is on this path")
    void aUnixDomainSocketAsksForTheNativeTransport() {
        StoreConfig socket = StoreConfig.builder()
                .servers(List.of(new ServerAddress.UnixSocket(Path.of("/nowhere/redis.sock"))))
                .build();

        assertThatThrownBy(() -> new LettuceStoreProvider().open(socket))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unix:///nowhere/redis.sock")
                .hasMessageContaining("io.netty:netty-transport-native-epoll");
    }
}
