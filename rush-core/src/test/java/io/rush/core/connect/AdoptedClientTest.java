package io.rush.core.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushConfig;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AdoptedClientTest {
    private static final StringBuilder CLIENT = new StringBuilder("a client");

    @Test
    void theProviderThatKnowsTheClientMakesTheStore() {
        Connection connection = Connection.open(builder(CLIENT).build());

        assertThat(connection.store()).isInstanceOf(Adopted.class);
        assertThat(connection.address()).isEmpty();
        assertThat(connection.owned()).isTrue();
    }

    @Test
    void childrenGetTheUrlAndTheNameOfTheProvider() {
        Connection connection =
                Connection.open(builder(CLIENT).redisUrl("redis://db").build());

        assertThat(connection.address()).hasValueSatisfying(address -> {
            assertThat(address.redisUrl()).isEqualTo("redis://db");
            assertThat(address.storeName()).contains("builders");
        });
    }

    @Test
    void aClientThatNobodyKnowsIsNamedWithThoseThatWereAsked() {
        RushConfig config = builder("a string").build();

        assertThatThrownBy(() -> Connection.open(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("[builders]")
                .hasMessageContaining("io.rush:rush-store-");
    }

    @Test
    void aStoreAndAClientExcludeEachOther() {
        RushConfig.Builder builder =
                RushConfig.builder("net").store(new Adopted()).redisClient(CLIENT);

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("exclude each other");
    }

    private static RushConfig.Builder builder(Object client) {
        return RushConfig.builder("net").storeProvider(new Builders()).redisClient(client);
    }

    /** Takes string builders. */
    private static final class Builders implements StoreProvider {
        @Override
        public String name() {
            return "builders";
        }

        @Override
        public RedisStore open(StoreConfig config) {
            throw new AssertionError("nobody asked for a connection");
        }

        @Override
        public Optional<RedisStore> adopt(Object client) {
            return client instanceof StringBuilder ? Optional.of(new Adopted()) : Optional.empty();
        }
    }

    private static final class Adopted implements RedisStore {
        @Override
        public RedisReply send(RedisCommand command) {
            return RedisReply.Nil.INSTANCE;
        }

        @Override
        public List<RedisReply> sendAll(List<RedisCommand> commands) {
            return List.of();
        }

        @Override
        public RedisReply sendBlocking(RedisCommand command, Duration patience) {
            return RedisReply.Nil.INSTANCE;
        }

        @Override
        public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
