package io.rush.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Files of somebody else's project by name, which tests compile: as a module if there is a descriptor among them. Immutable. */
public final class JavaSources {
    private static final String DESCRIPTOR = "module-info.java";
    private static final String SERVICES = "META-INF/services/";
    private static final String JAVA = ".java";

    private final Map<String, String> files;

    private JavaSources(Map<String, String> files) {
        this.files = files;
    }

    public static JavaSources none() {
        return new JavaSources(Map.of());
    }

    /** The same with one more file, a source or a resource. */
    public JavaSources with(String name, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(name, text);
        return new JavaSources(more);
    }

    /** The same without the file. */
    public JavaSources without(String name) {
        Map<String, String> fewer = new TreeMap<>(files);
        assertThat(fewer.remove(name)).as(name).isNotNull();
        return new JavaSources(fewer);
    }

    /** The same as a module: {@code body} is what stands between the braces of its descriptor. */
    public JavaSources module(String name, String body) {
        return with(DESCRIPTOR, "module " + name + " {\n" + body + "\n}\n");
    }

    /** The same with a provider for the class path. */
    public JavaSources service(String service, String provider) {
        return with(SERVICES + service, provider + "\n");
    }

    /** The same without what {@link #service} says. */
    public JavaSources withoutService(String service) {
        return without(SERVICES + service);
    }

    /** The same with the sources in a directory, which holds a package. */
    public JavaSources withSourcesIn(Path directory) throws IOException {
        JavaSources all = this;
        try (Stream<Path> sources = Files.list(directory)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(JAVA)).toList()) {
                all = all.with(source.getFileName().toString(), Files.readString(source));
            }
        }
        return all;
    }

    /** Compiles into a new directory below {@code directory}, and puts the resources there too. */
    public Path compile(Path directory, List<String> libraries) throws IOException {
        Path sources = Files.createTempDirectory(directory, "sources");
        Path classes = Files.createTempDirectory(directory, "classes");
        String path = files.containsKey(DESCRIPTOR) ? "-p" : "-cp";
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), path, String.join(File.pathSeparator, libraries), "-implicit:none"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean source = file.getKey().endsWith(JAVA);
            Path place = (source ? sources : classes).resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.getValue());
            if (source) {
                arguments.add(place.toString());
            }
        }
        run("javac", arguments);
        return classes;
    }

    /** Compiles and packs. */
    public Path pack(Path directory, String jarName, List<String> libraries) throws IOException {
        Path jar = directory.resolve(jarName);
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        compile(directory, libraries).toString(),
                        "."));
        return jar;
    }

    /** The same with an entry of the manifest. */
    public Path pack(Path directory, String jarName, String entry, List<String> libraries) throws IOException {
        Path jar = pack(directory, jarName, libraries);
        Path manifest = Files.writeString(Files.createTempFile(directory, "manifest", ".txt"), entry + "\n");
        run("jar", List.of("--update", "--file", jar.toString(), "--manifest", manifest.toString()));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(code).as(output.toString()).isZero();
    }
}
