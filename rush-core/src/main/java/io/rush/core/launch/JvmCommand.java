package io.rush.core.launch;

import io.rush.api.ChildJvm;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.workload.Offspring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command line of a child JVM. Options that are too long for a command line stand in an argument file, which {@link
 * #close()} deletes.
 *
 * @param line the launcher and its arguments
 * @param argumentFile where the paths stand if they are long
 */
record JvmCommand(List<String> line, Optional<Path> argumentFile) implements ChildJvm {
    /** Characters; half of what the strictest system allows for a whole command line is left to options of users. */
    static final int LONGEST_OPTIONS = 16_000;

    private static final Logger LOG = System.getLogger(JvmCommand.class.getName());

    /**
     * A child of {@code jvm} that runs a main class with options of the user's.
     *
     * @throws UncheckedIOException if the argument file cannot be written
     */
    static JvmCommand of(RunningJvm jvm, Class<?> mainClass, List<String> jvmOptions, List<String> arguments) {
        List<String> options = pathOptions(jvm);
        int length = options.stream().mapToInt(String::length).sum();
        Optional<Path> file = length > LONGEST_OPTIONS ? Optional.of(write(options)) : Optional.empty();
        List<String> line = new ArrayList<>();
        line.add(jvm.java().toString());
        line.addAll(file.map(path -> List.of("@" + path)).orElse(options));
        line.addAll(jvmOptions);
        line.addAll(mainOptions(mainClass));
        line.addAll(arguments);
        return new JvmCommand(List.copyOf(line), file);
    }

    /** What a worker of this JVM passes on to JVMs that its loop starts. */
    static Offspring offspring(LargeObjectSettings largeObjects) {
        return new Offspring(
                largeObjects, (main, options, arguments) -> of(RunningJvm.here(), main, options, arguments));
    }

    static List<String> pathOptions(RunningJvm jvm) {
        List<String> options = new ArrayList<>();
        if (!jvm.classPath().isEmpty()) {
            options.addAll(List.of("-cp", jvm.classPath()));
        }
        if (!jvm.modulePath().isEmpty()) {
            options.addAll(List.of("-p", jvm.modulePath(), "--add-modules", "ALL-MODULE-PATH"));
        }
        options.addAll(jvm.moduleOptions());
        return options;
    }

    static List<String> mainOptions(Class<?> mainClass) {
        Module module = mainClass.getModule();
        return module.isNamed()
                ? List.of("-m", module.getName() + "/" + mainClass.getName())
                : List.of(mainClass.getName());
    }

    private static Path write(List<String> options) {
        try {
            Path file = Files.createTempFile("rush-worker-", ".args");
            String text = options.stream().map(JvmCommand::quoted).collect(Collectors.joining("\n"));
            return Files.writeString(file, text, launcherCharset());
        } catch (IOException failure) {
            throw new UncheckedIOException("the argument file of a child JVM cannot be written", failure);
        }
    }

    private static String quoted(String option) {
        String escaped = option.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + escaped + '"';
    }

    /** The launcher reads argument files in the encoding of the system, whatever {@code file.encoding} says. */
    static Charset launcherCharset() {
        String name = System.getProperty("native.encoding");
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }

    /** Deletes the argument file; twice is harmless. */
    @Override
    public void close() {
        try {
            if (argumentFile.isPresent()) {
                Files.deleteIfExists(argumentFile.get());
            }
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "an argument file stays behind", failure);
        }
    }
}
