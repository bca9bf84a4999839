package io.rush.it.arch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code META-INF/services} of a jar or directory names. */
final class ServiceFiles {
    private ServiceFiles() {}

    /** Names of providers by service. */
    static Map<String, Set<String>> in(Path root) throws IOException {
        Path directory = root.resolve("META-INF/services");
        Map<String, Set<String>> providers = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            for (Path file : filesIn(directory)) {
                providers.put(file.getFileName().toString(), namesIn(file));
            }
        }
        return providers;
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> namesIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
