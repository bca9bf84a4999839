package io.rush.core.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Makes class paths with real providers on them: compiles each into a directory of its own, as if it were an artifact.
 * The classes must be made here, because a class path's provider must not come from a named module.
 */
final class ProviderBench {
    private final Path home;
    private final Class<?> service;
    private final String body;
    private final List<URL> artifacts = new ArrayList<>();

    private ProviderBench(Path home, Class<?> service, String body) {
        this.home = home;
        this.service = service;
        this.body = body;
    }

    static ProviderBench stores(Path home) {
        return new ProviderBench(
                home,
                io.rush.api.store.StoreProvider.class,
                "public io.rush.api.store.RedisStore open(io.rush.api.store.StoreConfig c) {"
                        + " throw new IllegalStateException(); }");
    }

    static ProviderBench loops(Path home) {
        return new ProviderBench(
                home,
                io.rush.api.LoopProvider.class,
                "public io.rush.api.WorkerLoop create(io.rush.api.LoopContext c) {"
                        + " throw new IllegalStateException(); }");
    }

    /** A provider that works. */
    ProviderBench with(String type, String name) throws IOException {
        return artifact(type, source(type, "", "return \"" + name + "\";"));
    }

    /** A provider whose constructor throws. */
    ProviderBench withBroken(String type) throws IOException {
        String constructor = "public " + type + "() { throw new IllegalStateException(\"broken on purpose\"); }";
        return artifact(type, source(type, constructor, "return \"broken\";"));
    }

    /** A provider that does not know its name. */
    ProviderBench withNameless(String type) throws IOException {
        return artifact(type, source(type, "", "return null;"));
    }

    /** A services file that names a class that is not there. */
    ProviderBench withMissing(String type) throws IOException {
        announce(Files.createDirectories(home.resolve(type)), type);
        return this;
    }

    /** What sees these artifacts, the API, and no other provider. */
    URLClassLoader loader() {
        return new URLClassLoader(artifacts.toArray(URL[]::new), new ApiOnly());
    }

    private String source(String type, String constructor, String nameBody) {
        return "package artifact; public class " + type + " implements " + service.getName() + " { " + constructor
                + " public String name() { " + nameBody + " } " + body + " }";
    }

    private ProviderBench artifact(String type, String source) throws IOException {
        Path directory = Files.createDirectories(home.resolve(type));
        Path file = Files.writeString(directory.resolve(type + ".java"), source);
        compile("-proc:none", "-nowarn", "-cp", apiPath(), "-d", directory.toString(), file.toString());
        announce(directory, type);
        return this;
    }

    private void announce(Path directory, String type) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(services.resolve(service.getName()), ("artifact." + type + "\n").getBytes(UTF_8));
        artifacts.add(directory.toUri().toURL());
    }

    private static void compile(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int exit = ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments);
        if (exit != 0) {
            throw new IllegalStateException(output.toString());
        }
    }

    private String apiPath() {
        try {
            URL location = service.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Classes of the test's own loader, but none of its services files and modules. */
    private static final class ApiOnly extends ClassLoader {
        ApiOnly() {
            super(null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return ProviderBench.class.getClassLoader().loadClass(name);
        }
    }
}
