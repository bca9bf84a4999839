package io.rush.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.Credentials;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlParserTest {
    @ParameterizedTest
    @CsvSource({
        "redis://db.example,                      db.example,  6379, 0,  '',       ''",
        "redis://db.example:7000,                 db.example,  7000, 0,  '',       ''",
        "redis://db.example/3,                    db.example,  6379, 3,  '',       ''",
        "redis://db.example:7000/15,              db.example,  7000, 15, '',       ''",
        "redis://db.example:7000/,                db.example,  7000, 0,  '',       ''",
        "redis://@db.example,                     db.example,  6379, 0,  '',       ''",
        "redis://:@db.example,                    db.example,  6379, 0,  '',       ''",
        "redis://:secret@db.example,              db.example,  6379, 0,  '',       secret",
        "redis://ann:secret@db.example:7000/2,    db.example,  7000, 2,  ann,      secret",
        "redis://a%40n:s%3Ae%2Fc+%C3%A4@db,       db,          6379, 0,  a@n,      s:e/c+ä",
        "redis://ann:s:e@c@db,                    db,          6379, 0,  ann,      s:e@c",
        "REDIS://db.example,                      db.example,  6379, 0,  '',       ''",
        "redis://[::1],                           ::1,         6379, 0,  '',       ''",
        "redis://:secret@[2001:db8::7]:7000/1,    2001:db8::7, 7000, 1,  '',       secret",
    })
    void readsEveryPartOfAUrl(String url, String host, int port, int database, String user, String password) {
        StoreConfig config = RedisUrlParser.parse(url);

        assertThat(config.servers()).containsExactly(ServerAddress.of(host, port));
        assertThat(config.topology()).isEqualTo(Topology.Standalone.INSTANCE);
        assertThat(config.database()).isEqualTo(database);
        assertThat(config.credentials().flatMap(Credentials::user).orElse("")).isEqualTo(user);
        assertThat(config.credentials().map(Credentials::password).orElse("")).isEqualTo(password);
    }

    @Test
    void keepsTheEmptyPasswordOfANamedUser() {
        assertThat(RedisUrlParser.parse("redis://ann:@db").credentials()).contains(Credentials.of("ann", ""));
    }

    @Test
    void leavesOutWhatTheUrlDoesNotSay() {
        StoreConfig config = RedisUrlParser.parse(" redis://:@db ");

        assertThat(config.credentials()).isEmpty();
        assertThat(config.tls()).isEmpty();
        assertThat(config.connectTimeout()).isEqualTo(StoreConfig.DEFAULT_CONNECT_TIMEOUT);
        assertThat(config.maxConnections()).isEqualTo(StoreConfig.DEFAULT_MAX_CONNECTIONS);
        assertThat(config.commandTimeout()).isEqualTo(StoreConfig.DEFAULT_COMMAND_TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://:secret@db              | scheme 'http'
                    db:6379                        | begin with redis://
                    ann:secret@db                  | begin with redis://
                    ''                             | begin with redis://
                    redis://                       | no host
                    redis://:secret@               | no host
                    redis://:secret@:6379          | no host
                    redis://:secret@/3             | no host
                    redis://[]:6379                | no host
                    redis://:secret@db:            | port
                    redis://:secret@db:abc         | port
                    redis://:secret@db:0           | port
                    redis://:secret@db:65536       | port
                    redis://:secret@db:-1          | port
                    redis://:secret@[::1]6379      | port
                    redis://:secret@::1            | brackets
                    redis://:secret@[::1           | brackets
                    redis://:secret@::1]           | brackets
                    redis://:secret@db/x           | database
                    redis://:secret@db/-1          | database
                    redis://:secret@db/1/2         | database
                    redis://:secret@db/99999999999 | database
                    redis://:secret@db#x           | fragment
                    redis://secret@db              | colon
                    redis://:sec%zzret@db          | %25
                    redis://:secret%2@db           | %25
                    """)
    void refusesWhatItCannotRead(String url, String reason) {
        assertThatThrownBy(() -> RedisUrlParser.parse(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("bad Redis URL: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheParameterItDoesNotKnowWithoutItsValue() {
        assertThatThrownBy(() -> RedisUrlParser.parse("redis://db/1?connectTimeout=5&auth=secret"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'auth'")
                .hasMessageContaining("connectTimeout, commandTimeout, maxConnections")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("trustStore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://ann:secret",
                "redis://ann:secret:6379",
                "redis://:pass/secret@db",
                "redis://:secret/word@db",
                "redis://:secret?word@db",
                "redis://:pass?secret@db",
                "redis://:secret#word@db",
                "redis://ann:12/secret",
                "redis://ann:12?secret",
                "redis-cluster://ann:secret,word",
                "redis-sentinel://ann:secret?word@db?master=m",
                "unix://secret",
                "unix://:secret/run/redis.sock",
                "redis//ann:secret@db",
            })
    void showsNoMisplacedPassword(String url) {
        assertThatThrownBy(() -> RedisUrlParser.parse(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void nothingOfAUrlPrintsItself() {
        UrlParts parts = UrlParts.of("redis-sentinel://ann:secret@db?master=m&sentinelPassword=secret");

        assertThat(parts).asString().doesNotContain("ann", "secret");
        assertThat(UrlParameters.parse(parts.query(), parts.scheme()))
                .asString()
                .doesNotContain("secret");
        assertThat(UrlCredentials.parse(parts.userInfo())).asString().doesNotContain("ann", "secret");
    }
}
