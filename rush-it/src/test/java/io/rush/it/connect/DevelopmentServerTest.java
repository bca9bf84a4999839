package io.rush.it.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rush.api.Rush;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a plan, a URL and REDIS_URL, the embedded server is used, as its artifact is on the path. */
class DevelopmentServerTest {
    @BeforeEach
    void nobodyNamesAServer() {
        assumeTrue(System.getenv("REDIS_URL") == null, "REDIS_URL is set and names a server");
    }

    @Test
    void aHandleThatNamesNoServerReachesARealRedisOfThisJvm() {
        try (Rush rush = Rush.connect("development")) {
            String key = rush.tasks().push(Map.of("x", 1));

            assertThat(rush.tasks().keys()).containsExactly(key);
            assertThat(rush.server().info()).containsKey("redis_version").containsEntry("redis_mode", "standalone");
            rush.reset();
        }
    }

    @Test
    void allHandlesOfAJvmMeetOnTheSameServer() {
        try (Rush one = Rush.connect("development-shared");
                Rush other = Rush.connect("development-shared")) {
            String key = one.tasks().push(Map.of("x", 1));

            assertThat(other.tasks().keys()).containsExactly(key);
            assertThat(other.server().info().get("run_id"))
                    .isEqualTo(one.server().info().get("run_id"));
            one.reset();
        }
    }
}
