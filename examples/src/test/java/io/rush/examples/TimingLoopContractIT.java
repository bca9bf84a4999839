package io.rush.examples;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;

class TimingLoopContractIT extends LoopContract {
    @Override
    protected String loopName() {
        return "timing";
    }

    @Override
    protected Isolation isolation() {
        return Isolation.SHARED;
    }
}
