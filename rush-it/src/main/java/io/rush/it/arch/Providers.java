package io.rush.it.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds providers that a {@link java.util.ServiceLoader} cannot create. */
record Providers(RushApi api) {
    Stream<String> culprits(Extension extension) {
        Stream<String> named = Stream.of(extension.provides(), extension.services())
                .flatMap(providers -> providers.entrySet().stream())
                .flatMap(entry ->
                        entry.getValue().stream().flatMap(provider -> wrongWith(provider, entry.getKey(), extension)));
        return providesForRush(extension.provides()) || providesForRush(extension.services())
                ? named
                : Stream.concat(Stream.of(extension.name() + " provides no service of rush"), named);
    }

    private boolean providesForRush(Map<String, Set<String>> providers) {
        return providers.keySet().stream().anyMatch(api::isService);
    }

    private static Stream<String> wrongWith(String provider, String service, Extension extension) {
        if (!extension.classes().contain(provider)) {
            return Stream.of(provider + ", named as provider of " + service + ", is not in it");
        }
        JavaClass type = extension.classes().get(provider);
        Stream.Builder<String> wrong = Stream.builder();
        addUnless(type.getModifiers().contains(JavaModifier.PUBLIC), provider + " is not public", wrong);
        addUnless(!type.getModifiers().contains(JavaModifier.ABSTRACT), provider + " is abstract", wrong);
        addUnless(type.isAssignableTo(service), provider + " does not implement " + service, wrong);
        addUnless(isCreatable(type), provider + " has no public constructor without arguments", wrong);
        return wrong.build();
    }

    private static void addUnless(boolean right, String culprit, Stream.Builder<String> wrong) {
        if (!right) {
            wrong.add(culprit);
        }
    }

    private static boolean isCreatable(JavaClass type) {
        return type.getConstructors().stream()
                .anyMatch(constructor -> constructor.getRawParameterTypes().isEmpty()
                        && constructor.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
