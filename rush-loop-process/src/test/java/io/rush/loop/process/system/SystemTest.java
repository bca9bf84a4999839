package io.rush.loop.process.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aTailHasTheLastWholeLines() {
        Tail tail = new Tail();
        for (int i = 0; i < 2_000; i++) {
            byte[] line = ("line " + i + "\n").getBytes(UTF_8);
            tail.add(line, line.length);
        }

        assertThat(tail.text(UTF_8)).endsWith("line 1999").startsWith("line 1").hasSizeBetween(4_000, Tail.LIMIT);
        assertThat(tail.text(UTF_8).lines()).allMatch(line -> line.matches("line 1\\d\\d\\d"));
    }

    @Test
    void aTailOfOneLongLineHasItsEnd() {
        Tail tail = new Tail();
        byte[] line = ("x".repeat(10_000) + "end").getBytes(UTF_8);
        tail.add(line, line.length);

        assertThat(tail.text(UTF_8)).endsWith("xend").hasSize(Tail.LIMIT);
    }

    @Test
    void aPumpCopiesEveryByteAndKeepsTheEnd() throws Exception {
        byte[] output = ("ä\0".repeat(10_000) + "\nthe end").getBytes(UTF_8);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        PrintStream target = new PrintStream(copy, true, UTF_8);

        OutputPump pump = OutputPump.start("pump", new ByteArrayInputStream(output), () -> target);

        assertThat(pump.end(PATIENCE)).isEqualTo("the end");
        assertThat(copy.toByteArray()).isEqualTo(output);
    }

    @Test
    void aPumpWhoseSourceBreaksHasWhatCameBefore() throws Exception {
        InputStream broken = new InputStream() {
            private boolean first = true;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (first) {
                    first = false;
                    target[offset] = 'a';
                    return 1;
                }
                throw new IOException("broken");
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        };

        OutputPump pump =
                OutputPump.start("pump", broken, () -> new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));

        assertThat(pump.end(PATIENCE)).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "3, ended with exit code 3: the function",
        "0, ended with exit code 0: the function",
        "134, crashed with SIGABRT (exit code 134)",
        "139, crashed with SIGSEGV (exit code 139)",
        "137, was killed from outside with SIGKILL (exit code 137)",
        "143, was ended from outside with SIGTERM (exit code 143)",
        "200, ended with exit code 200: the function",
    })
    void anExitCodeInWordsNamesTheSignal(int code, String words) {
        assertThat(ExitWords.of(code)).startsWith(words);
    }

    @Test
    void aPrivateDirectoryIsForItsOwnerAlone() throws IOException {
        Path path;
        try (PrivateDirectory directory = PrivateDirectory.create()) {
            path = directory.path();
            Files.createFile(path.resolve("a"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(path.toString()).hasSizeLessThan(100);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void theHeadOfACrashFileIsTakenAndTheFileIsGone(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("crash-17.log");
        Files.write(
                file,
                List.of(
                        "#",
                        "# SIGSEGV (0xb) at pc=0x1",
                        "# Problematic frame:",
                        "# V  [libjvm.so+0x1]",
                        "# If you would like to submit a bug report, please visit:",
                        "#   https://example.org",
                        "",
                        "--- S U M M A R Y"));

        assertThat(CrashFile.take(directory, 17))
                .isEqualTo("SIGSEGV (0xb) at pc=0x1\nProblematic frame:\nV  [libjvm.so+0x1]");
        assertThat(file).doesNotExist();
        assertThat(CrashFile.take(directory, 17)).isEmpty();
    }

    @Test
    void kindredAreFoundByTheirMarkWhoeverTheirParentIs() throws Exception {
        String mark = "RUSH_TEST_MARK=" + System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!");
        builder.environment().put("RUSH_TEST_MARK", mark.substring(mark.indexOf('=') + 1));
        Process parent = builder.start();
        long orphan = Long.parseLong(parent.inputReader().readLine());
        parent.waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        new Kindred(mark).kill(List.of());

        // The system may take a moment to take note of its end.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        ProcessHandle.of(orphan).filter(ProcessHandle::isAlive).isEmpty());
    }
}
