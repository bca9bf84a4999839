package io.rush.loop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.LoopProvider;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProcessLoopProviderTest {
    private static final Workload NAMED = new Workload.NamedFunction("com.example.Branin");

    private final ProcessLoopProvider provider = new ProcessLoopProvider();

    @Test
    void itIsFoundAsAServiceUnderItsName() {
        assertThat(ServiceLoader.load(LoopProvider.class))
                .singleElement()
                .isInstanceOf(ProcessLoopProvider.class)
                .extracting(LoopProvider::name)
                .isEqualTo("process");
    }

    @Test
    void aFunctionByNameWithGoodOptionsPasses() {
        assertThatCode(() -> provider.check(NAMED, Map.of("heap", "1g"))).doesNotThrowAnyException();
    }

    @Test
    void aFunctionOfTheControllersJvmIsRefusedWithTheMend() {
        assertThatThrownBy(() -> provider.check(new Workload.LocalFunction((xs, context) -> xs), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("instance of this JVM")
                .hasMessageContaining("name a public class");
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> provider.check(NAMED, Map.of("heaps", "1g")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("heaps");
    }
}
