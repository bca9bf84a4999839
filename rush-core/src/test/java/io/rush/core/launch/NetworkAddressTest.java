package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.core.large.LargeObjectSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkAddressTest {
    private static final String URL = "redis://user:secret@127.0.0.1:1";

    @Test
    void comesBackFromTheEnvironmentAsItWent() {
        NetworkAddress plain = new NetworkAddress(URL, Optional.empty());
        LargeObjectSettings settings =
                new LargeObjectSettings(Optional.of(Path.of("large").toAbsolutePath()), 7);

        assertThat(NetworkAddress.of(plain.asEnvironment())).isEqualTo(plain);
        NetworkAddress full = new NetworkAddress(URL, Optional.of("jedis")).with(settings, Duration.ofMillis(1_500));
        assertThat(NetworkAddress.of(full.asEnvironment())).isEqualTo(full);
        assertThat(NetworkAddress.VARIABLES).containsAll(full.asEnvironment().keySet());
        assertThat(full.toString()).doesNotContain("secret");
    }

    @Test
    void aDirectoryAloneHasTheUsualLimit() {
        NetworkAddress address = NetworkAddress.of(
                Map.of(NetworkAddress.URL_VARIABLE, URL, NetworkAddress.DIRECTORY_VARIABLE, "/large"));

        assertThat(address.largeObjects())
                .contains(new LargeObjectSettings(Optional.of(Path.of("/large")), LargeObjectSettings.DEFAULT_LIMIT));
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> NetworkAddress.of(
                        Map.of(NetworkAddress.URL_VARIABLE, URL, NetworkAddress.LIMIT_VARIABLE, "1 GB")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(NetworkAddress.LIMIT_VARIABLE, "1 GB");
        assertThatThrownBy(() -> NetworkAddress.of(
                        Map.of(NetworkAddress.URL_VARIABLE, URL, NetworkAddress.TOLERANCE_VARIABLE, "1 min")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(NetworkAddress.TOLERANCE_VARIABLE, "milliseconds", "1 min");
    }
}
