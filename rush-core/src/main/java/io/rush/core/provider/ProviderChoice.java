package io.rush.core.provider;

import io.rush.api.error.ConfigurationException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Chooses the provider of one kind: the instance that was handed in, the one with the name that was given, or the only
 * one there is. Never the first of several. Immutable and thread-safe; every choice looks the providers up anew.
 */
public final class ProviderChoice<P> {
    private final ProviderKind<P> kind;
    private final ClassLoader classLoader;
    private final Supplier<System.Logger> logger;

    /** Chooses among what {@code classLoader} sees. */
    public ProviderChoice(ProviderKind<P> kind, ClassLoader classLoader) {
        this(kind, classLoader, () -> System.getLogger(ProviderChoice.class.getName()));
    }

    /** The logger is asked for once there is something to log: a worker that starts need not wait for it. */
    ProviderChoice(ProviderKind<P> kind, ClassLoader classLoader, Supplier<System.Logger> logger) {
        this.kind = kind;
        this.classLoader = classLoader;
        this.logger = logger;
    }

    /**
     * The provider to use.
     *
     * @param instance used as it is, without any discovery
     * @param name must match exactly one provider; without a name, the default counts or there must be exactly one
     * @throws ConfigurationException if there is no such provider, or more than one; what failed to load is attached as
     *     suppressed
     */
    public P choose(Optional<P> instance, Optional<String> name) {
        return instance.orElseGet(() -> discover(candidates -> candidates.pick(name.or(kind::defaultName))));
    }

    /**
     * The providers that {@link #choose} would choose from: the instance, the one with the name, or all there are.
     *
     * @throws ConfigurationException if two have the same name, or none has the name that was given
     */
    public List<P> eligible(Optional<P> instance, Optional<String> name) {
        return instance.map(List::of)
                .orElseGet(() ->
                        discover(candidates -> name.map(wanted -> List.of(candidates.pick(Optional.of(wanted))))
                                .orElseGet(candidates::all)));
    }

    private <R> R discover(Function<Candidates<P>, R> choice) {
        Discovery<P> discovery = Discovery.in(classLoader, kind);
        List<Throwable> failures = discovery.failures();
        try {
            R chosen = choice.apply(new Candidates<>(kind, discovery.found()));
            failures.forEach(this::warn);
            return chosen;
        } catch (ConfigurationException none) {
            failures.forEach(none::addSuppressed);
            throw none;
        }
    }

    private void warn(Throwable failure) {
        String what = "a " + kind.noun() + " provider on the path was left out because it does not load";
        logger.get().log(Level.WARNING, what, failure);
    }
}
