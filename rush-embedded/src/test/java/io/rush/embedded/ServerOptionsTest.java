package io.rush.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
    @Test
    void defaultsStandBeforeTheUsersLines() {
        String file = ServerOptions.of(List.of("--appendonly", "yes", "--save", "60", "1"))
                .toConfiguration(7000, Path.of("data"));

        assertThat(file.lines())
                .containsExactly(
                        "bind 127.0.0.1",
                        "port 7000",
                        "dir \"data\"",
                        "daemonize no",
                        "logfile \"\"",
                        "loglevel notice",
                        "save \"\"",
                        "appendonly no",
                        "appendonly \"yes\"",
                        "save \"60\" \"1\"");
    }

    @Test
    void sentinelAloneIsWhatTheProcessIs() {
        ServerOptions options =
                ServerOptions.of(List.of("--sentinel", "--sentinel monitor", "main", "127.0.0.1", "7000", "2"));

        assertThat(options.flags()).containsExactly("--sentinel");
        assertThat(options.toConfiguration(7000, Path.of("data")))
                .endsWith("\nsentinel monitor \"main\" \"127.0.0.1\" \"7000\" \"2\"\n");
        assertThat(ServerOptions.of(List.of("--save", "")).flags()).isEmpty();
    }

    @Test
    void aValueCannotBecomeAnotherLine() {
        String file =
                ServerOptions.of(List.of("--requirepass", "a\nport 1\r\"\\")).toConfiguration(7000, Path.of("data"));

        assertThat(file).endsWith("\nrequirepass \"a\\nport 1\\r\\\"\\\\\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--BIND", "--dir /tmp", "--daemonize", "--logfile", "--loglevel", "--supervised"})
    void whatTheServerSetsItselfIsRefused(String option) {
        assertThatThrownBy(() -> ServerOptions.of(List.of(option, "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leave it out");
    }

    @Test
    void aValueWithoutANameIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> ServerOptions.of(List.of("secret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not begin with --")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> ServerOptions.of(List.of("--", "secret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no name")
                .hasMessageNotContaining("secret");
    }
}
