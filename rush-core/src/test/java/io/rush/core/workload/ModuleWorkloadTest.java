package io.rush.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskFunction;
import io.rush.core.launch.RunningJvm;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions in modules of users, compiled by the test. */
class ModuleWorkloadTest {
    private static final String FUNCTION = "package p.%s; public class %s implements io.rush.api.task.TaskFunction {"
            + " public java.util.Map<String, ?> evaluate(java.util.Map<String, Object> xs,"
            + " io.rush.api.task.TaskContext context) { return xs; } }";

    @TempDir
    Path folder;

    @BeforeEach
    void functionsInTwoPackages() throws IOException {
        write("p/a/Alpha.java", FUNCTION.formatted("a", "Alpha"));
        write("p/b/Alpha.java", FUNCTION.formatted("b", "Alpha"));
    }

    @Test
    void inAnExportedPackageItIsCreated() throws IOException {
        WorkloadLoader loader = loaderOf("exports p.a;");

        assertThat(loader.function("p.a.Alpha").getClass().getName()).isEqualTo("p.a.Alpha");
    }

    @Test
    void inAnOpenedPackageItIsCreated() throws IOException {
        WorkloadLoader loader = loaderOf("opens p.a to io.rush.core;");

        assertThat(loader.function("p.a.Alpha").getClass().getName()).isEqualTo("p.a.Alpha");
    }

    @Test
    void inAHiddenPackageItIsRefusedWithWhatToWrite() throws IOException {
        WorkloadLoader loader = loaderOf("");

        assertThatThrownBy(() -> loader.validate(new Workload.NamedFunction("p.a.Alpha")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "hidden in module users",
                        "'exports p.a;'",
                        "'provides io.rush.api.task.TaskFunction with p.a.Alpha;'");
    }

    @Test
    void aServiceIsCreatedByEitherName() throws IOException {
        WorkloadLoader loader = loaderOf("provides io.rush.api.task.TaskFunction with p.a.Alpha;");

        TaskFunction byClassName = loader.function("p.a.Alpha");
        TaskFunction bySimpleName = loader.function("Alpha");

        assertThat(bySimpleName.getClass()).isSameAs(byClassName.getClass());
    }

    @Test
    void servicesOfTheSameSimpleNameAreRefused() throws IOException {
        WorkloadLoader loader = loaderOf("provides io.rush.api.task.TaskFunction with p.a.Alpha, p.b.Alpha;");

        assertThatThrownBy(() -> loader.validate(new Workload.NamedFunction("Alpha")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("p.a.Alpha", "p.b.Alpha", "full name");
    }

    private WorkloadLoader loaderOf(String directives) throws IOException {
        write("module-info.java", "module users { requires io.rush.api; " + directives + " }");
        Path classes = folder.resolve("classes");
        StringWriter messages = new StringWriter();
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(messages),
                        new PrintWriter(messages),
                        "-p",
                        modulePath(),
                        "-d",
                        classes.toString(),
                        folder.resolve("module-info.java").toString(),
                        folder.resolve("p/a/Alpha.java").toString(),
                        folder.resolve("p/b/Alpha.java").toString());
        assertThat(code).as(messages.toString()).isZero();
        return new WorkloadLoader(layerOf(classes).findLoader("users"));
    }

    private static ModuleLayer layerOf(Path classes) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("users"));
        return boot.defineModulesWithOneLoader(configuration, TaskFunction.class.getClassLoader());
    }

    /** The API, and the annotations that it names in its descriptor, which javac wants to see. */
    private static String modulePath() {
        RunningJvm here = RunningJvm.here();
        return Stream.of(here.modulePath(), here.classPath())
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> entry.contains("rush-api") || entry.contains("jspecify"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
