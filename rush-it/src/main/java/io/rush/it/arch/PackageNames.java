package io.rush.it.arch;

import java.lang.module.ModuleDescriptor;
import java.util.stream.Stream;

/** Finds packages that do not begin with the name of their module. */
final class PackageNames {
    private PackageNames() {}

    static Stream<String> culprits(Extension extension) {
        return extension.module().stream().flatMap(PackageNames::strangeIn);
    }

    private static Stream<String> strangeIn(ModuleDescriptor module) {
        return module.packages().stream()
                .filter(name -> !(name + ".").startsWith(module.name() + "."))
                .map(name -> "the module " + module.name() + " has the package " + name);
    }
}
