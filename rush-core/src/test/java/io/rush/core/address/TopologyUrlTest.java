package io.rush.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.Credentials;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.TlsSettings;
import io.rush.api.store.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyUrlTest {
    @Test
    void readsASocket() {
        StoreConfig config = RedisUrlParser.parse("unix://ann:secret@/run/redis%401.sock?database=3");

        assertThat(config.servers()).containsExactly(new ServerAddress.UnixSocket(Path.of("/run/redis@1.sock")));
        assertThat(config.topology()).isEqualTo(Topology.Standalone.INSTANCE);
        assertThat(config.database()).isEqualTo(3);
        assertThat(config.credentials()).contains(Credentials.of("ann", "secret"));
    }

    @Test
    void readsSentinels() {
        StoreConfig config = RedisUrlParser.parse(
                "redis-sentinel://:secret@one:7000,two,[::1]:7002/4?master=main&sentinelUser=sam&sentinelPassword=p%26w");

        assertThat(config.servers())
                .containsExactly(
                        ServerAddress.of("one", 7000), ServerAddress.of("two", 26_379), ServerAddress.of("::1", 7002));
        assertThat(config.topology())
                .isEqualTo(new Topology.Sentinel("main", Optional.of(Credentials.of("sam", "p&w"))));
        assertThat(config.database()).isEqualTo(4);
        assertThat(config.credentials()).contains(Credentials.ofPassword("secret"));
        assertThat(config.tls()).isEmpty();
    }

    @Test
    void readsACluster() {
        StoreConfig config = RedisUrlParser.parse("redis-cluster://ann:secret@one:7000,two");

        assertThat(config.servers()).containsExactly(ServerAddress.of("one", 7000), ServerAddress.of("two", 6379));
        assertThat(config.topology()).isEqualTo(Topology.Cluster.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rediss://db", "rediss-cluster://db", "rediss-sentinel://db?master=m"})
    void readsTls(String url) {
        TlsSettings tls = RedisUrlParser.parse(url).tls().orElseThrow();

        assertThat(tls.isVerifyingHostName()).isTrue();
        assertThat(tls.trustManagers()).isEmpty();
        assertThat(tls.keyManagers()).isEmpty();
    }

    @Test
    void readsTheParametersOfTls() {
        StoreConfig config = RedisUrlParser.parse("rediss://db?trustStore=/etc/ca.pem&keyStore=/etc/me.p12"
                + "&trustStorePassword=secret&keyStorePassword=secret&verifyHost=false");

        assertThat(config.tls())
                .map(TlsSettings::toString)
                .contains("TLS trusting /etc/ca.pem with the key of /etc/me.p12 to any host name");
    }

    @Test
    void readsTimeoutsAndTheMaximumOfConnections() {
        StoreConfig config = RedisUrlParser.parse("redis://db?connectTimeout=2&commandTimeout=0.25&maxConnections=9");

        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.commandTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.maxConnections()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    redis://one,two                                          | redis-sentinel://
                    rediss://one,two                                         | redis-cluster://
                    redis-sentinel://one                                     | 'master'
                    redis-sentinel://one?master=                             | 'master'
                    redis-sentinel://one?master=m&sentinelUser=secret        | 'sentinelPassword'
                    redis-sentinel://one,one?master=m                        | twice
                    redis-cluster://one,                                     | no host
                    redis-cluster://one/1                                    | database 0
                    redis-cluster://one?master=m                             | 'master'
                    redis://db?database=1                                    | 'database'
                    redis://db?trustStore=/a                                 | 'trustStore' needs TLS
                    unix:///run/redis.sock?keyStore=/a                       | 'keyStore' needs TLS
                    unix://run/redis.sock                                    | absolute path
                    unix:///                                                 | absolute path
                    unix://                                                  | absolute path
                    unix:///run/redis@1.sock                                 | %40
                    unix:///run/redis.sock?database=x                        | 'database'
                    rediss://db?trustStore=secret.pem                        | 'trustStore' must be an absolute path
                    rediss://db?keyStore=secret.pem                          | 'keyStore' must be an absolute path
                    rediss://db?trustStorePassword=secret                    | 'trustStore' is missing
                    rediss://db?keyStorePassword=secret                      | 'keyStore' is missing
                    rediss://db?verifyHost=secret                            | 'verifyHost' must be true or false
                    redis://db?connectTimeout=secret                         | 'connectTimeout' must be a number
                    redis://db?connectTimeout=5s                             | 'connectTimeout' must be a number
                    redis://db?commandTimeout=-1                             | 'commandTimeout' must be a number
                    redis://db?commandTimeout=0                              | 'commandTimeout' must be more
                    redis://db?maxConnections=1.5                            | 'maxConnections' must be a whole number
                    redis://db?maxConnections=0                              | maximum of connections
                    redis://db?maxConnections=1&maxConnections=1             | twice
                    redis://db?maxConnections                                | name=value
                    redis://db?maxConnections=                               | 'maxConnections' has no value
                    redis://db?maxConnections=1&                             | name=value
                    redis-sentinel://db?master=m&sentinelPassword=sec%zzret  | %25
                    redis-sentinel://db?master=m&sentinelPassword=secr@et    | %40
                    """)
    void refusesWhatContradictsItself(String url, String reason) {
        assertThatThrownBy(() -> RedisUrlParser.parse(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("bad Redis URL: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secr");
    }

    @Test
    void noConfigurationShowsASecret() {
        String url = "rediss-sentinel://secret:secret@db/2?master=main&sentinelUser=secret&sentinelPassword=secret"
                + "&trustStore=/ca&trustStorePassword=secret&keyStore=/me&keyStorePassword=secret";
        StoreConfig config = RedisUrlParser.parse(url);

        assertThat(config).hasToString("sentinel main at db:26379/2");
        assertThat(config.topology()).asString().doesNotContain("secret");
        assertThat(config.credentials()).asString().doesNotContain("secret");
        assertThat(config.tls()).asString().doesNotContain("secret");
    }
}
