package io.rush.it.loops;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;

/** The loop {@code inprocess} keeps the contract. */
class InProcessLoopContractIT extends LoopContract {
    @Override
    protected String loopName() {
        return "inprocess";
    }

    @Override
    protected Isolation isolation() {
        return Isolation.SHARED;
    }

    @Override
    protected boolean enforcesTimeouts() {
        return true;
    }
}
