package io.rush.it.loops;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;
import java.util.Map;

/** The loop {@code process} with one child for all tasks. */
class ReusedChildContractIT extends LoopContract {
    @Override
    protected String loopName() {
        return "process";
    }

    @Override
    protected Isolation isolation() {
        return Isolation.ISOLATED;
    }

    @Override
    protected Map<String, ?> loopOptions() {
        return Map.of("tasksPerChild", 0);
    }
}
