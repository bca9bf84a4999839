package io.rush.it.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * An extension as it was built.
 *
 * @param module its descriptor; empty where it is an automatic module or for the class path
 * @param services the names of its providers by service, as {@code META-INF/services} has them
 */
record Extension(
        Path place, Optional<ModuleDescriptor> module, Map<String, Set<String>> services, JavaClasses classes) {
    static Extension at(Path place) {
        if (!Files.exists(place)) {
            throw new IllegalArgumentException("there is no " + place + "; build the extension first");
        }
        JavaClasses classes = classesAt(place);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no class in " + place + "; name the jar or the directory of classes");
        }
        try {
            if (Files.isDirectory(place)) {
                return read(place, place, classes);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of("multi-release", "runtime"))) {
                return read(place, jar.getPath("/"), classes);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JavaClasses classesAt(Path place) {
        try {
            return new ClassFileImporter()
                    .importLocations(Set.of(
                            Files.isDirectory(place) ? Location.of(place) : Location.of(new JarFile(place.toFile()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Extension read(Path place, Path root, JavaClasses classes) throws IOException {
        Optional<ModuleDescriptor> module = Files.exists(root.resolve("module-info.class"))
                ? ModuleFinder.of(place).findAll().stream().findFirst().map(found -> found.descriptor())
                : Optional.empty();
        return new Extension(place, module, ServiceFiles.in(root), classes);
    }

    /** The module's name, or that of the file. */
    String name() {
        return module.map(ModuleDescriptor::name)
                .orElseGet(() -> place.getFileName().toString());
    }

    /** The names of its providers by service, as the module descriptor has them. */
    Map<String, Set<String>> provides() {
        Map<String, Set<String>> providers = new TreeMap<>();
        module.stream()
                .flatMap(descriptor -> descriptor.provides().stream())
                .forEach(provides -> providers.put(provides.service(), new TreeSet<>(provides.providers())));
        return providers;
    }

    /** Whether everybody may use what is public in the package of this class. */
    boolean exports(JavaClass type) {
        return module.map(descriptor -> exportedBy(descriptor).contains(type.getPackageName()))
                .orElse(true);
    }

    private static Set<String> exportedBy(ModuleDescriptor descriptor) {
        return descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }
}
