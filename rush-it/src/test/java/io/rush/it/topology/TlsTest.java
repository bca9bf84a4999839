package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.TlsSettings;
import io.rush.it.servers.Certificates;
import io.rush.it.servers.TlsServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends TopologyTestCase {
    @TempDir
    private static Path directory;

    private static Certificates own;
    private static Certificates other;
    private static TlsServer server;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        own = Certificates.make(directory, "own", "dns:localhost,ip:127.0.0.1");
        other = Certificates.make(directory, "other", "dns:elsewhere.example");
        server = TlsServer.start(own);
        store = Stores.open(config(server, TlsSettings.builder().trust(own.certificate())));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    RedisStore store() {
        return store;
    }

    @Test
    void aPkcs12FileIsTrustedAsWell() {
        try (RedisStore trusting =
                Stores.open(config(server, TlsSettings.builder().trust(own.keyStore(), Certificates.PASSWORD)))) {
            assertThat(Stores.send(trusting, "PING").asText()).isEqualTo("PONG");
        }
    }

    @Test
    void aServerThatIsNotTrustedIsNamed() {
        assertFails(config(server, TlsSettings.builder().trust(other.certificate())), "trustStore");
        assertFails(config(server, TlsSettings.builder()), "trustStore");
    }

    @Test
    void aCertificateForAnotherHostIsRefusedUnlessTheNameDoesNotMatter() {
        try (TlsServer foreign = TlsServer.start(other)) {
            TlsSettings.Builder trusting = TlsSettings.builder().trust(other.certificate());
            assertFails(config(foreign, trusting), "verifyHost=false");

            try (RedisStore indifferent = Stores.open(config(foreign, trusting.verifyHostName(false)))) {
                assertThat(Stores.send(indifferent, "PING").asText()).isEqualTo("PONG");
            }
        }
    }

    @Test
    void aServerThatAsksForACertificateGetsIt() {
        try (TlsServer asking = TlsServer.askingFor(other, own)) {
            TlsSettings.Builder without = TlsSettings.builder().trust(own.certificate());
            assertFails(config(asking, without), "keyStore");

            try (RedisStore known = Stores.open(config(asking, without.key(other.keyStore(), Certificates.PASSWORD)))) {
                assertThat(Stores.send(known, "PING").asText()).isEqualTo("PONG");
            }
        }
    }

    @Test
    void aPortWithoutTlsIsNamed() {
        StoreConfig plain = StoreConfig.builder()
                .server("127.0.0.1", server.server().port())
                .tls(TlsSettings.builder().trust(own.certificate()).build())
                .build();

        assertThatThrownBy(() -> Stores.open(plain))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("127.0.0.1:" + server.server().port());
    }

    private static void assertFails(StoreConfig config, String mend) {
        assertThatThrownBy(() -> Stores.open(config))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("127.0.0.1:")
                .hasMessageContaining(mend)
                .hasMessageNotContaining(Certificates.PASSWORD);
    }

    private static StoreConfig config(TlsServer server, TlsSettings.Builder tls) {
        return StoreConfig.builder()
                .server("127.0.0.1", server.port())
                .tls(tls.build())
                .build();
    }
}
