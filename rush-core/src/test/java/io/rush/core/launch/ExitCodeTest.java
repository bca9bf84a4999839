package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void aSignalIsNamed() {
        assertThat(ExitCode.inWords(137)).isEqualTo("exit code 137 (SIGKILL)");
    }

    @Test
    void codesOfTheWorkerMainAreExplained() {
        assertThat(ExitCode.inWords(ExitCode.NOT_CONNECTED)).isEqualTo("exit code 3 (network not reached)");
    }

    @Test
    void anotherCodeStandsAlone() {
        assertThat(ExitCode.inWords(7)).isEqualTo("exit code 7");
    }
}
