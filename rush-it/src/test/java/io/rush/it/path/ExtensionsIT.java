package io.rush.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.StoreProvider;
import io.rush.it.arch.ExtensionRules;
import io.rush.it.support.JavaSources;
import io.rush.it.support.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store and a loop of somebody else, chosen by name, do their work as every kind of jar there is. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ExtensionsIT {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path EXAMPLES = MODULE.resolve("../examples/src/main/java/io/rush/examples");
    private static final Path SOCKETS = MODULE.resolve("src/test/java/io/rush/it/sockets");
    private static final Path JEDIS = Path.of(System.getProperty("rush.jedis.path"));
    private static final String STORE_SERVICE = "io.rush.api.store.StoreProvider";
    private static final String STORE = "io.rush.it.sockets.SocketStoreProvider";
    private static final String JEDIS_STORE = "io.rush.examples.store.OneServerStoreProvider";
    private static final String LOOP_SERVICE = "io.rush.api.LoopProvider";
    private static final String LOOP = "io.rush.examples.loop.SequentialLoopProvider";
    private static final List<String> RESULTS =
            List.of("PROCESS DONE [9, 16] sequential", "THREAD DONE [9, 16] sequential");

    private final String network = "test-" + UUID.randomUUID();
    private JavaSources store;
    private JavaSources loop;

    @TempDir
    private Path directory;

    @BeforeEach
    void readTheSamples() throws IOException {
        store = JavaSources.none().withSourcesIn(SOCKETS).service(STORE_SERVICE, STORE);
        loop = JavaSources.none().withSourcesIn(EXAMPLES.resolve("loop")).service(LOOP_SERVICE, LOOP);
    }

    @Test
    void namedModulesAreFoundOnBothPaths() throws Exception {
        Path storeJar = module(store, "io.rush.it.sockets", STORE_SERVICE, STORE);
        Path loopJar = module(loop, "io.rush.examples.loop", LOOP_SERVICE, LOOP);

        evaluatesOnModulePath(storeJar, loopJar);
        evaluatesOnClassPath(storeJar, loopJar);
    }

    @Test
    void automaticModulesAreFoundOnBothPaths() throws Exception {
        Path storeJar =
                store.pack(directory, "store.jar", "Automatic-Module-Name: io.rush.it.sockets", Launch.LIBRARIES);
        Path loopJar = loop.pack(directory, "sequential-loop-1.0.jar", Launch.LIBRARIES);

        evaluatesOnModulePath(storeJar, loopJar);
        evaluatesOnClassPath(storeJar, loopJar);
    }

    /** Jedis is an automatic module: it does not pull in the explicit modules that it needs. */
    @Test
    void aStoreOnAClientLibraryIsFoundOnBothPaths() throws Exception {
        JavaSources samples =
                JavaSources.none().withSourcesIn(EXAMPLES.resolve("store")).service(STORE_SERVICE, JEDIS_STORE);
        String requires = "requires com.google.gson; requires org.apache.commons.pool2; requires org.json;"
                + " requires org.slf4j; requires redis.clients.jedis; requires io.rush.api;"
                + " requires static org.jspecify; provides " + STORE_SERVICE + " with " + JEDIS_STORE + ";";
        Path storeJar = samples.module("io.rush.examples.store", requires)
                .pack(directory, "store.jar", Launch.with(JEDIS).path());
        Path loopJar = module(loop, "io.rush.examples.loop", LOOP_SERVICE, LOOP);
        ConsumerProgram program = program(storeJar, loopJar).and(JEDIS);

        assertThat(program.runOnModulePath(network, TestRedis.url(), "one-server", "sequential"))
                .containsAll(RESULTS);
        assertThat(program.runOnClassPath(network, TestRedis.url(), "one-server", "sequential"))
                .containsAll(RESULTS);
        assertKeepsTheRules(storeJar);
    }

    @Test
    void aStoreIsChosenByNameAmongSeveral() throws Exception {
        Path storeJar = store.pack(directory, "store.jar", Launch.LIBRARIES);
        Path loopJar = loop.pack(directory, "loop.jar", Launch.LIBRARIES);

        assertThat(ConsumerProgram.compile(directory)
                        .and(storeJar, loopJar)
                        .runOnModulePath(network, TestRedis.url(), ofTheHouse(), "sequential"))
                .containsAll(RESULTS);
    }

    private static String ofTheHouse() {
        return ServiceLoader.load(StoreProvider.class, ExtensionsIT.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .name();
    }

    private Path module(JavaSources sources, String name, String service, String provider) throws IOException {
        String body =
                "requires io.rush.api; requires static org.jspecify; provides " + service + " with " + provider + ";";
        return sources.module(name, body).pack(directory, name + ".jar", Launch.LIBRARIES);
    }

    /** No other store is on the path. */
    private void evaluatesOnModulePath(Path... jars) throws Exception {
        assertThat(program(jars).runOnModulePath(network, TestRedis.url(), "socket", "sequential"))
                .containsAll(RESULTS)
                .endsWith("named module: true");
        assertKeepsTheRules(jars);
    }

    private void evaluatesOnClassPath(Path... jars) throws Exception {
        assertThat(program(jars).runOnClassPath(network, TestRedis.url(), "socket", "sequential"))
                .containsAll(RESULTS)
                .endsWith("named module: false");
    }

    private ConsumerProgram program(Path... jars) throws IOException {
        return ConsumerProgram.compile(directory).and(jars).without("(rush-store-|jedis).*");
    }

    private static void assertKeepsTheRules(Path... jars) {
        for (Path jar : jars) {
            ExtensionRules.of(jar).check();
        }
    }
}
