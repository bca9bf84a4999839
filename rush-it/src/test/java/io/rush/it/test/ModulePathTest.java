package io.rush.it.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without a module descriptor among the tests they would silently run on the class path. */
class ModulePathTest {
    @Test
    void testsRunAsAModule() {
        assertThat(getClass().getModule().getName()).isEqualTo("io.rush.it.test");
    }
}
