package io.rush.loop.process.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskResult;
import io.rush.loop.process.fixture.Functions;
import io.rush.loop.process.fixture.Jars;
import io.rush.loop.process.fixture.Tasks;
import io.rush.loop.process.fixture.TestLoopContext;
import io.rush.loop.process.fixture.TestWorker;
import io.rush.loop.process.option.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = ClassArchive.CHILDREN_BEFORE + 2;

    @TempDir
    private Path directory;

    @Test
    void childrenShareTheirClassesOnceSoManyWereStarted() throws Exception {
        try (IsolatedEvaluation evaluation = open(Jars.classPath(directory), Map.of("spare", false))) {
            assertThat(maps(evaluation)).doesNotContain("children.jsa");
            for (int i = 0; i < MANY; i++) {
                maps(evaluation);
            }

            Awaitility.await().atMost(PATIENCE).until(() -> maps(evaluation).contains("children.jsa"));
        }
    }

    @Test
    void childrenThatCannotShareWorkWithout() throws Exception {
        try (IsolatedEvaluation evaluation =
                open(System.getProperty("java.class.path"), Map.of("tasksPerChild", 1L, "spare", false))) {
            for (int i = 0; i < MANY; i++) {
                assertThat(maps(evaluation)).doesNotContain("children.jsa");
            }
        }
    }

    @Test
    void anArchiveIsNotEvenWrittenIfTheUserSharesInAnotherWay() {
        List<String> started = new ArrayList<>();
        for (String option : List.of("-Xshare:off", "-XX:SharedArchiveFile=a", "-XX:ArchiveClassesAtExit=a")) {
            ClassArchive archive = new ClassArchive(directory, true, List.of("-Dx", option));
            for (int i = 0; i < MANY; i++) {
                archive.count(() -> {
                    started.add(option);
                    throw new IOException("not expected");
                });
            }
        }

        assertThat(started).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    private static String maps(IsolatedEvaluation evaluation) throws Exception {
        TaskResult result = evaluation.of(Tasks.of("k", Map.of("do", "mapped")));
        return (String) ((TaskResult.Finished) result).ys().get("y");
    }

    private static IsolatedEvaluation open(String classPath, Map<String, Object> options) {
        TestWorker worker = new TestWorker(List.of());
        String function = Functions.Obedient.class.getName();
        return new IsolatedEvaluation(
                new TestLoopContext(worker.handle(), function, options, classPath), Options.of(options));
    }
}
