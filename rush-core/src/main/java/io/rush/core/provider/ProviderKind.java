package io.rush.core.provider;

import io.rush.api.LoopProvider;
import io.rush.api.store.StoreProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be provided: the service, how its providers tell their names, and what people call it. Immutable.
 *
 * @param noun what people call it, for example {@code store}
 * @param artifactPrefix what the artifacts of rush begin with that hold such providers
 * @param shipped the names of the providers that rush ships
 * @param defaultName the provider for those who name none
 */
public record ProviderKind<P>(
        Class<P> service,
        Function<P, String> nameOf,
        String noun,
        String artifactPrefix,
        List<String> shipped,
        Optional<String> defaultName) {

    /** Clients of Redis; nothing is chosen silently. */
    public static final ProviderKind<StoreProvider> STORE = new ProviderKind<>(
            StoreProvider.class,
            StoreProvider::name,
            "store",
            "io.rush:rush-store-",
            List.of("jedis", "lettuce"),
            Optional.empty());

    /** Ways to evaluate tasks; {@code inprocess} unless another is named. */
    public static final ProviderKind<LoopProvider> LOOP = new ProviderKind<>(
            LoopProvider.class,
            LoopProvider::name,
            "loop",
            "io.rush:rush-loop-",
            List.of("inprocess", "process"),
            Optional.of("inprocess"));

    public ProviderKind {
        shipped = List.copyOf(shipped);
    }

    String artifact(String name) {
        return artifactPrefix + name;
    }
}
