package io.rush.it.arch;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds providers that are named for one path only. */
final class BothPaths {
    private BothPaths() {}

    static Stream<String> culprits(Extension extension) {
        if (extension.module().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                missing(extension.provides(), extension.services(), "only the module descriptor names "),
                missing(extension.services(), extension.provides(), "only META-INF/services names "));
    }

    private static Stream<String> missing(
            Map<String, Set<String>> named, Map<String, Set<String>> other, String beginning) {
        return named.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(provider ->
                                !other.getOrDefault(entry.getKey(), Set.of()).contains(provider))
                        .map(provider -> beginning + provider + " as provider of " + entry.getKey()));
    }
}
