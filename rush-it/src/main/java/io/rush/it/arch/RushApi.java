package io.rush.it.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import io.rush.api.Rush;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What of rush everybody may use: the exported packages of {@code io.rush.api}. */
record RushApi(Set<String> packages) {
    static final String MODULE = "io.rush.api";
    private static final String HOUSE = "io.rush.";

    /** The one that this JVM has, on whichever path. */
    static RushApi here() {
        return new RushApi(ModuleFinder.of(place()).find(MODULE).orElseThrow().descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Path place() {
        try {
            return Path.of(Rush.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException illegal) {
            throw new IllegalStateException(illegal);
        }
    }

    static boolean isOfRush(String name) {
        return name.startsWith(HOUSE);
    }

    boolean holds(JavaClass type) {
        return packages.contains(type.getPackageName());
    }

    /** Whether a service, by the name of its interface, is one of rush's. */
    boolean isService(String name) {
        return packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
}
