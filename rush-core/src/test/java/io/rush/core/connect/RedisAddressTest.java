package io.rush.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Without a development server on the path, as in this module. */
class RedisAddressTest {
    private static final RushConfig SILENT = RushConfig.of("net");
    private static final Optional<RushPlan> PLAN = Optional.of(RushPlan.create().redisUrl("redis://plan"));
    private static final Map<String, String> ENVIRONMENT = Map.of("REDIS_URL", "redis://environment");

    @Test
    void theConfigurationComesFirst() {
        RushConfig config = RushConfig.builder("net").redisUrl("redis://config").build();

        assertThat(new RedisAddress(PLAN, ENVIRONMENT).url(config)).isEqualTo("redis://config");
    }

    @Test
    void thePlanComesBeforeTheEnvironment() {
        assertThat(new RedisAddress(PLAN, ENVIRONMENT).url(SILENT)).isEqualTo("redis://plan");
    }

    @Test
    void aPlanThatNamesNoServerLeavesItToTheEnvironment() {
        Optional<RushPlan> silent = Optional.of(RushPlan.create());

        assertThat(new RedisAddress(silent, ENVIRONMENT).url(SILENT)).isEqualTo("redis://environment");
    }

    @Test
    void aBlankVariableNamesNoServer() {
        assertThat(new RedisAddress(Optional.empty(), Map.of("REDIS_URL", " ")).url(SILENT))
                .isEqualTo("redis://127.0.0.1:6379");
    }
}
