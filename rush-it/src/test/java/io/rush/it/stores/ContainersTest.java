package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Servers;
import io.rush.it.store.StoreContract;
import org.junit.jupiter.api.Nested;

/** Both stores on servers of other versions, where there is Docker. */
class ContainersTest {
    private abstract static class OnContainer extends StoreContract {
        private final StoreProvider provider;
        private final String image;
        private final String program;

        OnContainer(StoreProvider provider, String image, String program) {
            this.provider = provider;
            this.image = image;
            this.program = program;
        }

        @Override
        protected final StoreProvider provider() {
            return provider;
        }

        @Override
        protected final Servers startServers() {
            return ContainerServers.start(image, program);
        }
    }

    @Nested
    final class JedisOnRedis62 extends OnContainer {
        JedisOnRedis62() {
            super(Providers.jedis(), "redis:6.2", "redis-server");
        }
    }

    @Nested
    final class JedisOnRedis74 extends OnContainer {
        JedisOnRedis74() {
            super(Providers.jedis(), "redis:7.4", "redis-server");
        }
    }

    @Nested
    final class JedisOnRedis8 extends OnContainer {
        JedisOnRedis8() {
            super(Providers.jedis(), "redis:8", "redis-server");
        }
    }

    @Nested
    final class JedisOnValkey8 extends OnContainer {
        JedisOnValkey8() {
            super(Providers.jedis(), "valkey/valkey:8", "valkey-server");
        }
    }

    @Nested
    final class LettuceOnRedis62 extends OnContainer {
        LettuceOnRedis62() {
            super(Providers.lettuce(), "redis:6.2", "redis-server");
        }
    }

    @Nested
    final class LettuceOnRedis74 extends OnContainer {
        LettuceOnRedis74() {
            super(Providers.lettuce(), "redis:7.4", "redis-server");
        }
    }

    @Nested
    final class LettuceOnRedis8 extends OnContainer {
        LettuceOnRedis8() {
            super(Providers.lettuce(), "redis:8", "redis-server");
        }
    }

    @Nested
    final class LettuceOnValkey8 extends OnContainer {
        LettuceOnValkey8() {
            super(Providers.lettuce(), "valkey/valkey:8", "valkey-server");
        }
    }
}
