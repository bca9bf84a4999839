package io.rush.it.loops.broken;

import io.rush.it.loop.Isolation;
import io.rush.it.loop.LoopContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The contract of a loop that breaks it; run by a test alone. */
final class BrokenContract extends LoopContract {
    /** What is wrong with the loop. */
    static final AtomicReference<Fault> FAULT = new AtomicReference<>(Fault.NONE);

    @Override
    protected String loopName() {
        return BrokenLoopProvider.NAME;
    }

    @Override
    protected Map<String, ?> loopOptions() {
        return Map.of(BrokenLoopProvider.FAULT, FAULT.get().name());
    }

    @Override
    protected Isolation isolation() {
        return FAULT.get() == Fault.IS_NOT_ISOLATED ? Isolation.ISOLATED : Isolation.SHARED;
    }

    @Override
    protected boolean enforcesTimeouts() {
        return FAULT.get() == Fault.IGNORES_TIMEOUTS;
    }

    /** Much of what is waited for never happens. */
    @Override
    protected Duration patience() {
        return Duration.ofSeconds(5);
    }
}
