package io.rush.core.connect;

import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.ServerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds the server: configuration, plan, environment, a development server on the path, the default; in that order. */
final class RedisAddress {
    private static final String ENVIRONMENT_VARIABLE = "REDIS_URL";
    private static final String DEFAULT_URL = "redis://127.0.0.1:6379";

    private final Optional<RushPlan> plan;
    private final Map<String, String> environment;

    RedisAddress(Optional<RushPlan> plan, Map<String, String> environment) {
        this.plan = plan;
        this.environment = environment;
    }

    /** Under a plan, in the environment of this process. */
    static RedisAddress under(Optional<RushPlan> plan) {
        return new RedisAddress(plan, System.getenv());
    }

    /** The URL of the server. */
    String url(RushConfig config) {
        return named(config).or(() -> developmentServer(config.classLoader())).orElse(DEFAULT_URL);
    }

    private Optional<String> named(RushConfig config) {
        return config.redisUrl()
                .or(() -> plan.flatMap(RushPlan::redisUrl))
                .or(() -> Optional.ofNullable(environment.get(ENVIRONMENT_VARIABLE))
                        .filter(url -> !url.isBlank()));
    }

    private static Optional<String> developmentServer(ClassLoader classLoader) {
        Stream<ServiceLoader.Provider<ServerProvider>> providers =
                ServiceLoader.load(ServerProvider.class, classLoader).stream();
        List<ServerProvider> found = providers.map(ServiceLoader.Provider::get).toList();
        if (found.size() > 1) {
            throw new ConfigurationException("several development servers are on the path: "
                    + found.stream().map(ServerProvider::name).toList() + "; keep one, or set " + ENVIRONMENT_VARIABLE);
        }
        return found.stream().findFirst().map(ServerProvider::url);
    }
}
