package io.rush.core.large;

import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is too large for Redis, and where it goes.
 *
 * @param directory the large-object directory, where there is one
 * @param limitBytes the most that a field takes in Redis
 */
public record LargeObjectSettings(Optional<Path> directory, long limitBytes) {
    /** The limit where nobody set one. */
    public static final long DEFAULT_LIMIT = RushConfig.DEFAULT_LARGE_OBJECT_LIMIT_BYTES;

    /** Those of a configuration, and of the plan of the process where it says nothing. */
    public static LargeObjectSettings of(RushConfig config, Optional<RushPlan> plan) {
        Optional<Path> directory = config.largeObjectDirectory().or(() -> plan.flatMap(RushPlan::largeObjectDirectory));
        OptionalLong planned = plan.map(RushPlan::largeObjectLimitBytes).orElse(OptionalLong.empty());
        OptionalLong limit = config.largeObjectLimitBytes().isPresent() ? config.largeObjectLimitBytes() : planned;
        return new LargeObjectSettings(directory, limit.orElse(DEFAULT_LIMIT));
    }
}
