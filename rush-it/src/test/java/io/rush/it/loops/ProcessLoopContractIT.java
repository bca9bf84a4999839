package io.rush.it.loops;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;
import java.util.List;
import java.util.Map;

/** The loop {@code process} keeps the contract. */
class ProcessLoopContractIT extends LoopContract {
    @Override
    protected String loopName() {
        return "process";
    }

    @Override
    protected Isolation isolation() {
        return Isolation.ISOLATED;
    }

    /** Children of tests do not repay the second compiler. */
    @Override
    protected Map<String, ?> loopOptions() {
        return Map.of("jvmOptions", List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }
}
