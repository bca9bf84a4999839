package io.rush.core.provider;

import static java.util.stream.Collectors.joining;

import io.rush.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The providers of one kind by name, each name once. Immutable. */
final class Candidates<P> {
    private final ProviderKind<P> kind;
    private final SortedMap<String, NamedProvider<P>> byName = new TreeMap<>();

    /** @throws ConfigurationException if two providers have the same name */
    Candidates(ProviderKind<P> kind, List<NamedProvider<P>> found) {
        this.kind = kind;
        for (NamedProvider<P> provider : found) {
            Optional.ofNullable(byName.put(provider.name(), provider)).ifPresent(other -> {
                throw twice(other, provider);
            });
        }
    }

    P pick(Optional<String> name) {
        return name.isPresent() ? named(name.get()) : only();
    }

    List<P> all() {
        return byName.values().stream().map(NamedProvider::provider).toList();
    }

    private P named(String name) {
        NamedProvider<P> match = byName.get(name);
        if (match == null) {
            throw failure(
                    "no " + kind.noun() + " provider is named '" + name + "' (found: " + names() + "); " + mend(name));
        }
        return match.provider();
    }

    private P only() {
        List<NamedProvider<P>> all = new ArrayList<>(byName.values());
        if (all.isEmpty()) {
            throw failure("no " + kind.noun() + " provider is on the path; add one of the artifacts " + artifacts());
        }
        if (all.size() > 1) {
            throw failure("several " + kind.noun() + " providers are on the path (" + names()
                    + "); choose one by its name, or keep one");
        }
        return all.get(0).provider();
    }

    private String names() {
        return byName.isEmpty() ? "none" : String.join(", ", byName.keySet());
    }

    private String mend(String name) {
        return "add the artifact " + kind.artifact(name) + (byName.isEmpty() ? "" : " or name one of those found");
    }

    private String artifacts() {
        return kind.shipped().stream().map(kind::artifact).collect(joining(", "));
    }

    private ConfigurationException twice(NamedProvider<P> one, NamedProvider<P> other) {
        return failure("two " + kind.noun() + " providers are named '" + one.name() + "': " + one.origin() + " and "
                + other.origin() + "; keep one of them");
    }

    private static ConfigurationException failure(String message) {
        return new ConfigurationException(message);
    }
}
