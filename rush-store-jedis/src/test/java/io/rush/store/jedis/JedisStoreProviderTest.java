package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import org.junit.jupiter.api.Test;

class JedisStoreProviderTest {
    private static final Module MODULE = JedisStoreProvider.class.getModule();

    @Test
    void isNamedJedis() {
        assertThat(new JedisStoreProvider().name()).isEqualTo("jedis");
    }

    @Test
    void isProvidedOnTheModulePath() {
        assertThat(MODULE.getDescriptor().provides()).singleElement().satisfies(this::isTheProvider);
    }

    @Test
    void isProvidedOnTheClassPath() throws IOException {
        String services = "/META-INF/services/" + StoreProvider.class.getName();
        try (InputStream file = JedisStoreProvider.class.getResourceAsStream(services)) {
            assertThat(file).isNotNull();
            assertThat(new String(file.readAllBytes(), UTF_8).strip()).isEqualTo(JedisStoreProvider.class.getName());
        }
    }

    @Test
    void exportsNothing() {
        assertThat(MODULE.getDescriptor().exports()).isEmpty();
    }

    private void isTheProvider(Provides provides) {
        assertThat(provides.service()).isEqualTo(StoreProvider.class.getName());
        assertThat(provides.providers()).containsExactly(JedisStoreProvider.class.getName());
    }
}
