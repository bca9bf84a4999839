package io.rush.it.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.support.TestRedis;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Integration tests see what is shipped: modules from jars. */
class BuiltJarsIT {
    @Test
    void everyModuleOfRushComesFromItsJar() {
        Map<String, URI> modules = ModuleLayer.boot().configuration().modules().stream()
                .filter(module -> module.name().startsWith("io.rush."))
                .filter(module -> !module.name().equals("io.rush.it.test"))
                .collect(Collectors.toMap(
                        ResolvedModule::name,
                        module -> module.reference().location().orElseThrow()));

        assertThat(modules)
                .containsOnlyKeys(
                        "io.rush.api",
                        "io.rush.core",
                        "io.rush.embedded",
                        "io.rush.it",
                        "io.rush.loop.inprocess",
                        "io.rush.loop.process",
                        "io.rush.store." + TestRedis.provider().name());
        assertThat(modules.values())
                .allSatisfy(location -> assertThat(location.getPath()).endsWith(".jar"));
    }
}
