package io.rush.it.support;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What further JVMs of the tests are launched with. */
public final class Jvm {
    private Jvm() {}

    /** The launcher of this JVM's home. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Everything that this JVM sees of the path, be it class path or module path, and the tests themselves. */
    public static List<String> path() {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(placeOf(Jvm.class));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return List.copyOf(entries);
    }

    /** The directory or jar that a class came from. */
    public static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException illegal) {
            throw new IllegalStateException(illegal);
        }
    }

    /** Starts a main class on the class path; its standard error is that of this JVM. */
    public static Process start(Class<?> mainClass, List<String> arguments) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(java(), "-cp", String.join(File.pathSeparator, path()), mainClass.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
