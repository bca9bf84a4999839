package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import org.junit.jupiter.api.Test;

class LettuceStoreProviderTest {
    private static final Module MODULE = LettuceStoreProvider.class.getModule();

    @Test
    void isNamedLettuce() {
        assertThat(new LettuceStoreProvider().name()).isEqualTo("lettuce");
    }

    @Test
    void isProvidedOnTheModulePath() {
        assertThat(MODULE.getDescriptor().provides()).singleElement().satisfies(this::isTheProvider);
    }

    @Test
    void isProvidedOnTheClassPath() throws IOException {
        String services = "/META-INF/services/" + StoreProvider.class.getName();
        try (InputStream file = LettuceStoreProvider.class.getResourceAsStream(services)) {
            assertThat(file).isNotNull();
            assertThat(new String(file.readAllBytes(), UTF_8).strip()).isEqualTo(LettuceStoreProvider.class.getName());
        }
    }

    @Test
    void exportsNothing() {
        assertThat(MODULE.getDescriptor().exports()).isEmpty();
    }

    private void isTheProvider(Provides provides) {
        assertThat(provides.service()).isEqualTo(StoreProvider.class.getName());
        assertThat(provides.providers()).containsExactly(LettuceStoreProvider.class.getName());
    }
}
