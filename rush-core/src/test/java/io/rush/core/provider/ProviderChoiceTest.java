package io.rush.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rush.api.LoopProvider;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderChoiceTest {
    @TempDir
    Path home;

    private final RecordingLogger logger = new RecordingLogger();

    @Test
    void usesTheInstanceWithoutAnyDiscovery() {
        StoreProvider mine = new MyStoreProvider();
        ClassLoader unreadable = new UnreadableLoader();

        StoreProvider chosen = new ProviderChoice<>(ProviderKind.STORE, unreadable, () -> logger)
                .choose(Optional.of(mine), Optional.of("jedis"));

        assertThat(chosen).isSameAs(mine);
        assertThat(logger.entries()).isEmpty();
    }

    @Test
    void usesTheOneWithTheName() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).with("A", "alpha").with("B", "beta");

        assertThat(chooseStore(bench, Optional.of("beta")).getClass().getName()).isEqualTo("artifact.B");
        assertThat(chooseStore(bench, Optional.of("alpha")).getClass().getName())
                .isEqualTo("artifact.A");
    }

    @Test
    void namesWhatItFoundAndTheArtifactToAddWhenNothingHasTheName() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).with("B", "beta").with("A", "alpha");

        assertThatThrownBy(() -> chooseStore(bench, Optional.of("jedis")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'jedis'")
                .hasMessageContaining("found: alpha, beta")
                .hasMessageContaining("io.rush:rush-store-jedis");
    }

    @Test
    void usesTheOnlyOneWithoutAName() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).with("A", "alpha");

        assertThat(chooseStore(bench, Optional.empty()).name()).isEqualTo("alpha");
        assertThat(logger.entries()).isEmpty();
    }

    @Test
    void neverTakesTheFirstOfSeveral() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).with("B", "beta").with("A", "alpha");

        assertThatThrownBy(() -> chooseStore(bench, Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("several store providers")
                .hasMessageContaining("alpha, beta");
    }

    @Test
    void namesTheArtifactsWhenThereIsNone() {
        assertThatThrownBy(() -> chooseStore(ProviderBench.stores(home), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no store provider")
                .hasMessageContaining("io.rush:rush-store-jedis, io.rush:rush-store-lettuce");
    }

    @Test
    void showsWhereBothCameFromWhenANameIsThereTwice() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).with("A", "same").with("B", "same");

        assertThatThrownBy(() -> chooseStore(bench, Optional.of("same")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'same'")
                .hasMessageContaining("artifact.A (" + home.resolve("A").toUri().toURL())
                .hasMessageContaining("artifact.B (" + home.resolve("B").toUri().toURL());
    }

    @Test
    void namesTheModuleOfAProviderThatLivesInOne() {
        NamedProvider<String> inModule = new NamedProvider<>("text", "a string, which java.base provides");

        assertThat(inModule.origin()).isEqualTo("java.lang.String (module java.base)");
    }

    @Test
    void goesOnBehindBrokenProvidersAndWarns() throws IOException {
        ProviderBench bench = ProviderBench.stores(home)
                .withBroken("X")
                .withMissing("Y")
                .withNameless("Z")
                .with("A", "alpha");

        assertThat(chooseStore(bench, Optional.empty()).name()).isEqualTo("alpha");

        assertThat(logger.entries()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.level()).isEqualTo(System.Logger.Level.WARNING);
            assertThat(entry.message()).contains("store provider");
        });
        assertThat(logger.entries().get(0).thrown()).hasRootCauseMessage("broken on purpose");
        assertThat(logger.entries().get(1).thrown()).hasMessageContaining("artifact.Y");
        assertThat(logger.entries().get(2).thrown()).hasMessageContaining("artifact.Z has no name");
    }

    @Test
    void attachesBrokenProvidersToWhatItThrows() throws IOException {
        ProviderBench bench = ProviderBench.stores(home).withBroken("X").with("A", "alpha");

        ConfigurationException thrown =
                catchThrowableOfType(ConfigurationException.class, () -> chooseStore(bench, Optional.of("jedis")));

        assertThat(thrown.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        ServiceConfigurationError.class,
                        failure -> assertThat(failure).hasMessageContaining("artifact.X"));
        assertThat(logger.entries()).isEmpty();
    }

    @Test
    void givesUpOnAPathThatCannotBeRead() {
        ProviderChoice<StoreProvider> choice =
                new ProviderChoice<>(ProviderKind.STORE, new UnreadableLoader(), () -> logger);

        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class, () -> choice.choose(Optional.empty(), Optional.of("jedis")));

        assertThat(thrown.getSuppressed()).isNotEmpty();
        assertThat(thrown.getSuppressed()[0]).hasRootCauseMessage("unreadable on purpose");
    }

    @Test
    void takesTheDefaultLoopWithoutAName() throws IOException {
        ProviderBench bench = ProviderBench.loops(home).with("P", "process").with("I", "inprocess");

        assertThat(chooseLoop(bench, Optional.empty()).name()).isEqualTo("inprocess");
        assertThat(chooseLoop(bench, Optional.of("process")).name()).isEqualTo("process");
    }

    @Test
    void doesNotReplaceTheDefaultLoopByTheOnlyOne() throws IOException {
        ProviderBench bench = ProviderBench.loops(home).with("P", "process");

        assertThatThrownBy(() -> chooseLoop(bench, Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no loop provider is named 'inprocess' (found: process)")
                .hasMessageContaining("io.rush:rush-loop-inprocess");
    }

    private StoreProvider chooseStore(ProviderBench bench, Optional<String> name) throws IOException {
        try (URLClassLoader loader = bench.loader()) {
            return new ProviderChoice<>(ProviderKind.STORE, loader, () -> logger).choose(Optional.empty(), name);
        }
    }

    private LoopProvider chooseLoop(ProviderBench bench, Optional<String> name) throws IOException {
        try (URLClassLoader loader = bench.loader()) {
            return new ProviderChoice<>(ProviderKind.LOOP, loader, () -> logger).choose(Optional.empty(), name);
        }
    }

    private static final class MyStoreProvider implements StoreProvider {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public RedisStore open(StoreConfig config) {
            throw new IllegalStateException("nobody opens this one");
        }
    }

    private static final class UnreadableLoader extends ClassLoader {
        UnreadableLoader() {
            super(null);
        }

        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            throw new IOException("unreadable on purpose");
        }
    }
}
