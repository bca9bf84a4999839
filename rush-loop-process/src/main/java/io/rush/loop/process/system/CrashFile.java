package io.rush.loop.process.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JVM writes about its own crash, in a directory where it bothers nobody. */
public final class CrashFile {
    private static final int LINES = 40;
    private static final int LONGEST = 2_000;

    private CrashFile() {}

    /** The option that has JVMs write there. */
    public static String option(Path directory) {
        return "-XX:ErrorFile=" + directory.resolve("crash-%p.log");
    }

    /** The head of what a process wrote, which is then deleted; empty if it wrote nothing. */
    public static String take(Path directory, long pid) {
        Path file = directory.resolve("crash-" + pid + ".log");
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            List<String> head = lines.limit(LINES).filter(CrashFile::tells).toList();
            Files.deleteIfExists(file);
            String text = head.stream().map(line -> line.substring(1).strip()).collect(Collectors.joining("\n"));
            return text.substring(0, Math.min(text.length(), LONGEST));
        } catch (IOException none) {
            return "";
        }
    }

    /** The head is in comment marks; some of its lines say where to file bugs. */
    private static boolean tells(String line) {
        return line.startsWith("#")
                && line.length() > 2
                && !line.contains("bug")
                && !line.contains("http")
                && !line.contains("ore dump");
    }
}
