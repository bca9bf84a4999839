package io.rush.it.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module of rush as it was built, be it a jar or a directory of classes. */
record RushModule(ModuleReference reference) {
    private static final String SERVICES = "META-INF/services/";

    /** The modules that this JVM sees, without the tests, and those that only some JVMs of the tests see. */
    static List<RushModule> all() {
        Path[] apart = Stream.of(System.getProperty("rush.logback.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toArray(Path[]::new);
        return Stream.concat(
                        ModuleLayer.boot().configuration().modules().stream().map(ResolvedModule::reference),
                        ModuleFinder.of(apart).findAll().stream())
                .filter(reference -> reference.descriptor().name().startsWith("io.rush."))
                .filter(reference -> !reference.descriptor().name().equals("io.rush.it.test"))
                .map(RushModule::new)
                .toList();
    }

    /** The classes of several modules. */
    static JavaClasses classes(List<RushModule> modules) {
        return new ClassFileImporter()
                .importLocations(modules.stream().map(RushModule::location).toList());
    }

    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    String name() {
        return descriptor().name();
    }

    JavaClasses classes() {
        return classes(List.of(this));
    }

    Set<String> requires() {
        return descriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }

    /** The packages that everybody may use. */
    Set<String> exports() {
        return descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    /** The classes that everybody may use. */
    List<JavaClass> exportedClasses() {
        return classes().stream()
                .filter(type -> exports().contains(type.getPackageName()))
                .toList();
    }

    /** Providers by service, as the module descriptor says. */
    Map<String, Set<String>> provides() {
        Map<String, Set<String>> providers = new TreeMap<>();
        descriptor()
                .provides()
                .forEach(provides -> providers.put(provides.service(), new TreeSet<>(provides.providers())));
        return providers;
    }

    /** Providers by service, as the files for the class path say. */
    Map<String, Set<String>> services() {
        Map<String, Set<String>> providers = new TreeMap<>();
        try (ModuleReader reader = reference.open()) {
            List<String> files = reader.list()
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                    .toList();
            for (String file : files) {
                providers.put(file.substring(SERVICES.length()), lines(reader, file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return providers;
    }

    private static Set<String> lines(ModuleReader reader, String file) throws IOException {
        try (InputStream stream = reader.open(file).orElseThrow()) {
            List<String> lines = new ArrayList<>(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .toList());
            lines.removeIf(String::isEmpty);
            return new TreeSet<>(lines);
        }
    }

    private Location location() {
        Path place = Path.of(reference.location().orElseThrow());
        try {
            return Files.isDirectory(place) ? Location.of(place) : Location.of(new JarFile(place.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
