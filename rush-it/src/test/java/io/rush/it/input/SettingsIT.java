package io.rush.it.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.SnapshotRule;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisStore;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad settings, refused where they are set or when a handle is opened. */
class SettingsIT {
    private static final String SECRET = "s3cret-of-the-test";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "{a}", "-a", "a/b", "ä", "a\n"})
    void anIllegalNetworkIdIsRefused(String id) {
        assertThatThrownBy(() -> Rush.connect(id))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("illegal network id", "'" + id + "'", "letters, digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "{a}", "-a"})
    void anIllegalWorkerIdIsRefused(String id) {
        assertThatThrownBy(() -> WorkerSettings.ofId(id))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("illegal worker id", "'" + id + "'", "letters, digits");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("no worker", () -> spec().workers(0), "at least 1", "0"),
                number("workers", () -> spec().workers(-3), "at least 1", "-3"),
                number("workers of a plan", () -> RushPlan.create().workers(0), "at least 1", "0"),
                number("start timeout", () -> spec().startTimeout(Duration.ZERO), "start timeout", "positive"),
                number(
                        "start timeout of a plan",
                        () -> RushPlan.create().startTimeout(Duration.ofSeconds(-1)),
                        "start timeout",
                        "positive"),
                number("cache", () -> config().cacheLimitBytes(-1).build(), "cache limit", "-1"),
                number("timeout", () -> PushOptions.none().timeout(Duration.ZERO), "timeout", "millisecond"),
                number("retries", () -> PushOptions.none().maxRetries(-1), "retries", "-1"),
                number("period", () -> new SnapshotRule(Duration.ofMillis(1_500), 1), "whole seconds"),
                number("changes", () -> new SnapshotRule(Duration.ofSeconds(1), 0), "changes", "0"),
                number("seed", () -> Seed.of(1, 2, 3), "7 integers", "3"),
                number("state of a seed", () -> Seed.of(10407, 0, 0, 0, 0, 0, 0), "not all zero"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void aNumberOutOfRangeIsRefused(String what, ThrowingCallable call, List<String> words) {
        assertThatThrownBy(call)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(words.toArray(String[]::new));
    }

    @Test
    void anUnknownFieldIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> TaskField.ofName("zs"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("'zs'", "xs", "ys_extra", "n_retries");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        RedisServer server = RedisServer.start();
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> connect("redis://:" + SECRET + "@127.0.0.1:" + port))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue())
                .hasMessageContainingAll("127.0.0.1:" + port, "start the server")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() ->
                        RushPlan.create().redisUrl("redis://127.0.0.1:" + port).set())
                .isInstanceOf(StoreException.class);
        assertThat(RushPlan.isAvailable()).isFalse();
    }

    @Test
    void aWrongPasswordIsToldAndNotRepeated() {
        try (RedisServer server = RedisServer.start(List.of("--requirepass", "the-right-one"))) {
            assertThatThrownBy(() -> connect("redis://:" + SECRET + "@127.0.0.1:" + server.port()))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isRetryable()).isFalse())
                    .hasMessageContainingAll("127.0.0.1:" + server.port(), "check the user and the password")
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> connect(server.url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("wants a password");
            try (Rush rush = connect("redis://:the-right-one@127.0.0.1:" + server.port())) {
                assertThat(rush.tasks().counts().total()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:6379",
                "http://localhost",
                "redis+tls://localhost",
                "redis://",
                "redis://localhost:0",
                "redis://localhost:port",
                "redis://localhost/first",
                "redis://localhost?timeout=1"
            })
    void aBadUrlIsRefused(String url) {
        assertThatThrownBy(() -> connect(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bad Redis URL");
    }

    @Test
    void anUnknownStoreIsRefusedWithTheOnesThereAreAndTheArtifact() {
        RushConfig config = config().storeName("memcached").build();

        assertThatThrownBy(() -> Rush.connect(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "'memcached'", "found: ", TestRedis.provider().name(), "io.rush:rush-store-memcached");
    }

    @Test
    void aStoreIsChosenInOneWayAlone() {
        try (RedisStore store = TestRedis.open(TestRedis.url())) {
            assertThatThrownBy(() -> config().store(store).storeName("jedis").build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("exclude each other");
        }
    }

    @Test
    void aStoreWithoutAUrlIsNotEnoughForOtherJvms() {
        try (RedisStore store = TestRedis.open(TestRedis.url());
                Rush rush =
                        Rush.connect(RushConfig.builder(network()).store(store).build())) {
            assertThatThrownBy(() -> rush.workers().startLocal(spec().kind(WorkerKind.PROCESS)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("PROCESS", "redisUrl");
            assertThat(rush.workers().ids()).isEmpty();
        }
    }

    private static Arguments number(String what, ThrowingCallable call, String... words) {
        return Arguments.of(what, call, List.of(words));
    }

    private static WorkerSpec spec() {
        return WorkerSpec.of(PublicFunction.class);
    }

    private static String network() {
        return "test-" + UUID.randomUUID();
    }

    private static RushConfig.Builder config() {
        return RushConfig.builder(network()).redisUrl(TestRedis.url());
    }

    private static Rush connect(String url) {
        return Rush.connect(RushConfig.builder(network()).redisUrl(url).build());
    }
}
