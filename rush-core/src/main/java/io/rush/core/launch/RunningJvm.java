package io.rush.core.launch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * What a child JVM needs to see the same classes as this one.
 *
 * @param java the launcher
 * @param classPath empty for none
 * @param modulePath empty for none
 * @param moduleOptions options that change the module graph, each in one argument with {@code =}
 */
public record RunningJvm(Path java, String classPath, String modulePath, List<String> moduleOptions) {
    private static final List<String> INHERITED = List.of(
            "--add-exports=",
            "--add-modules=",
            "--add-opens=",
            "--add-reads=",
            "--enable-native-access=",
            "--enable-preview",
            "--patch-module=");

    /** This JVM. */
    public static RunningJvm here() {
        return new RunningJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""),
                moduleOptionsHere());
    }

    /**
     * Read from java.management, which is optional: the arguments that ProcessHandle shows are cut off when they are long,
     * are missing on Windows, and show argument files unread. Without that module the options are not inherited.
     */
    private static List<String> moduleOptionsHere() {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            return List.of();
        }
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> INHERITED.stream().anyMatch(argument::startsWith))
                .toList();
    }
}
