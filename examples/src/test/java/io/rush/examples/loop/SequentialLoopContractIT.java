package io.rush.examples.loop;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;

class SequentialLoopContractIT extends LoopContract {
    @Override
    protected String loopName() {
        return "sequential";
    }

    @Override
    protected Isolation isolation() {
        return Isolation.SHARED;
    }
}
