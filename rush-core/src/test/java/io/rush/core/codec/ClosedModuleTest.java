package io.rush.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in a named module of the user. */
class ClosedModuleTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordInAClosedPackageIsRefusedWithTheLineToWrite() throws Exception {
        Class<? extends Record> type = compiled("module closed.tuning {}");

        assertThatThrownBy(() -> Records.toRecord("xs", Map.of("x", 1L), type))
                .isInstanceOfSatisfying(
                        SerializationException.class,
                        refused -> assertThat(refused.path()).isEqualTo("xs"))
                .hasMessageContaining("closed.tuning.points.Point")
                .hasMessageContaining(
                        "write `opens closed.tuning.points to io.rush.core;` in the module-info of closed.tuning");
    }

    @Test
    void aRecordInAnOpenPackageIsConverted() throws Exception {
        Class<? extends Record> type = compiled("module closed.tuning { opens closed.tuning.points; }");

        Record point = Records.toRecord(Map.of("x", 1L), type);

        assertThat(Records.toMap(point)).isEqualTo(Map.of("x", 1L));
    }

    private Class<? extends Record> compiled(String descriptor) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/closed/tuning/points"));
        Path module = Files.writeString(folder.resolve("src/module-info.java"), descriptor);
        Path source = Files.writeString(
                sources.resolve("Point.java"), "package closed.tuning.points; record Point(int x) {}");
        Path classes = folder.resolve("classes");
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", classes.toString(), module.toString(), source.toString());
        assertThat(result).isZero();

        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("closed.tuning"));
        ClassLoader loader = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(boot), ClassLoader.getSystemClassLoader())
                .layer()
                .findLoader("closed.tuning");
        return loader.loadClass("closed.tuning.points.Point").asSubclass(Record.class);
    }
}
