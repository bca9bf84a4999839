package io.rush.it.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.rush.it.support.Jvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A module of rush as it was built, be it a jar or a directory of classes. */
record RushModule(ModuleReference reference) {
    private static final String CLASS = ".class";

    /** The modules on the path of this JVM, without the tests, and those that only some JVMs of the tests see. */
    static List<RushModule> all() {
        Stream<String> apart = Stream.of("rush.logback.path", "rush.store.path")
                .flatMap(property -> Stream.of(System.getProperty(property).split(File.pathSeparator, -1)));
        Path[] places = Stream.concat(Jvm.path().stream().filter(RushModule::isOfRush), apart)
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(places).findAll().stream()
                .filter(reference -> reference.descriptor().name().startsWith("io.rush."))
                .filter(reference -> !reference.descriptor().name().equals("io.rush.it.test"))
                .map(RushModule::new)
                .sorted(Comparator.comparing(RushModule::name))
                .toList();
    }

    private static boolean isOfRush(String entry) {
        return StreamSupport.stream(Path.of(entry).spliterator(), false)
                .anyMatch(element -> element.toString().startsWith("rush-"));
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

    /** Where it is. */
    Path place() {
        return Path.of(reference.location().orElseThrow());
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
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    /** The classes in packages that everybody may use, loaded and not initialised. */
    List<Class<?>> exportedClasses() {
        Set<String> exports = exports();
        try (ModuleReader reader = reference.open()) {
            return reader.list()
                    .filter(file -> file.endsWith(CLASS) && file.contains("/"))
                    .map(file ->
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                    .filter(name -> exports.contains(name.substring(0, name.lastIndexOf('.'))))
                    .filter(name -> !name.endsWith(".package-info"))
                    .<Class<?>>map(RushModule::load)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RushModule.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " is exported by a module that the tests do not see", missing);
        }
    }

    /** Providers by service. */
    Map<String, Set<String>> provides() {
        Map<String, Set<String>> providers = new TreeMap<>();
        descriptor()
                .provides()
                .forEach(provides -> providers.put(provides.service(), new TreeSet<>(provides.providers())));
        return providers;
    }

    /** Whether a class is one of it. */
    boolean holds(JavaClass type) {
        return descriptor().packages().contains(type.getPackageName());
    }

    private Location location() {
        try {
            return Files.isDirectory(place()) ? Location.of(place()) : Location.of(new JarFile(place().toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
