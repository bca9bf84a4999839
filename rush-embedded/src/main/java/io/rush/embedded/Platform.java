package io.rush.embedded;

import java.util.Locale;

/** An operating system and a processor, as the JVM names them. */
record Platform(String system, String processor) {
    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Both in the names that the bundled binaries carry. */
    String classifier() {
        return systemName() + "-" + processorName();
    }

    private String systemName() {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private String processorName() {
        return switch (processor) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386", "i686", "x86" -> "386";
            default -> processor;
        };
    }

    @Override
    public String toString() {
        return system + " on " + processor;
    }
}
