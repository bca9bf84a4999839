package io.rush.it.loops;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;

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
}
