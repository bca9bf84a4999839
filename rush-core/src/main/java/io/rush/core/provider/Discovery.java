package io.rush.core.provider;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Every provider of one kind that a class loader sees, and every one that would not load. Not thread-safe. */
final class Discovery<P> {
    /** A class path that cannot be read at all fails anew at every step. */
    private static final int MAX_FAILURES = 100;

    private final ProviderKind<P> kind;
    private final Iterator<P> candidates;
    private final List<NamedProvider<P>> found = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Discovery(ProviderKind<P> kind, ClassLoader classLoader) {
        this.kind = kind;
        this.candidates = ServiceLoader.load(kind.service(), classLoader).iterator();
    }

    static <P> Discovery<P> in(ClassLoader classLoader, ProviderKind<P> kind) {
        Discovery<P> discovery = new Discovery<>(kind, classLoader);
        discovery.run();
        return discovery;
    }

    List<NamedProvider<P>> found() {
        return found;
    }

    List<Throwable> failures() {
        return failures;
    }

    private void run() {
        boolean more = true;
        while (more && failures.size() < MAX_FAILURES) {
            more = step();
        }
    }

    /** One provider that is broken must not hide those behind it. */
    private boolean step() {
        try {
            Optional<P> next = candidates.hasNext() ? Optional.of(candidates.next()) : Optional.empty();
            next.ifPresent(provider -> found.add(named(provider)));
            return next.isPresent();
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            failures.add(broken);
            return true;
        }
    }

    private NamedProvider<P> named(P provider) {
        String name = kind.nameOf().apply(provider);
        return new NamedProvider<>(requireNonNull(name, () -> provider.getClass() + " has no name"), provider);
    }
}
