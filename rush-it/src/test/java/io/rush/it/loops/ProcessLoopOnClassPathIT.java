package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The loop {@code process} keeps the contract on the class path, too, and with children that evaluate several tasks. */
class ProcessLoopOnClassPathIT extends LoopContract {
    @Override
    protected String loopName() {
        return "process";
    }

    @Override
    protected Map<String, ?> loopOptions() {
        return Map.of("tasksPerChild", 0);
    }

    @Override
    protected Isolation isolation() {
        return Isolation.ISOLATED;
    }

    @Test
    void thereAreNoModules() {
        assertThat(LoopContract.class.getModule().isNamed()).isFalse();
    }
}
