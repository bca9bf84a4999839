package io.rush.it.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds types in exported signatures that users of an extension would then depend on. */
record Signatures(RushApi api, List<String> allowed) {
    private static final Set<String> PACKAGES_OF_THE_JDK = ModuleFinder.ofSystem().findAll().stream()
            .flatMap(module -> module.descriptor().exports().stream())
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());
    private static final String ANNOTATIONS = "org.jspecify";

    Stream<String> culprits(Extension extension) {
        return extension.classes().stream()
                .filter(type -> extension.exports(type) && Visibility.isVisible(type))
                .flatMap(type -> NamedTypes.of(type).entrySet().stream())
                .flatMap(member -> culpritsOf(member, extension));
    }

    private Stream<String> culpritsOf(Map.Entry<String, Set<JavaClass>> member, Extension extension) {
        return member.getValue().stream()
                .filter(type -> !isFree(type))
                .filter(type -> !(isOwn(type, extension) && extension.exports(type)))
                .map(type -> member.getKey() + " names " + type.getName()
                        + (isOwn(type, extension) ? ", which is not exported" : ""));
    }

    private static boolean isOwn(JavaClass type, Extension extension) {
        return extension.classes().contain(type.getName());
    }

    private boolean isFree(JavaClass type) {
        return type.isPrimitive()
                || PACKAGES_OF_THE_JDK.contains(type.getPackageName())
                || api.holds(type)
                || Stream.concat(Stream.of(ANNOTATIONS), allowed.stream())
                        .anyMatch(name -> (type.getPackageName() + ".").startsWith(name + "."));
    }
}
