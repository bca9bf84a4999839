package io.rush.it.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleDescriptor;
import java.util.stream.Stream;

/** Finds what an extension uses of rush beside the API. */
record ApiOnly(RushApi api) {
    Stream<String> culprits(Extension extension) {
        return Stream.concat(required(extension), used(extension));
    }

    private static Stream<String> required(Extension extension) {
        return extension.module().stream()
                .flatMap(descriptor -> descriptor.requires().stream())
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> RushApi.isOfRush(name) && !name.equals(RushApi.MODULE))
                .map(name -> "the module requires " + name);
    }

    private Stream<String> used(Extension extension) {
        return extension.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isForbidden(dependency.getTargetClass().getBaseComponentType(), extension))
                .map(Dependency::getDescription);
    }

    private boolean isForbidden(JavaClass used, Extension extension) {
        return RushApi.isOfRush(used.getName())
                && !api.holds(used)
                && !extension.classes().contain(used.getName());
    }
}
