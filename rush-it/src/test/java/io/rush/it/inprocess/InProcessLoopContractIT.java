package io.rush.it.inprocess;

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
}
