package io.rush.it.loop;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * What every loop that evaluates a function must do, as tests. Extend it where your tests are, say which loop it is, and
 * have it run by JUnit 5:
 *
 * <pre>{@code
 * class MyLoopContractTest extends LoopContract {
 *     @Override
 *     protected String loopName() {
 *         return "mine";
 *     }
 *
 *     @Override
 *     protected Isolation isolation() {
 *         return Isolation.SHARED;
 *     }
 * }
 * }</pre>
 *
 * <p>The path of the tests must hold the loop, rush-core and a store. The Redis is that of the environment variable {@code
 * RUSH_REDIS_URL}, else one of rush-embedded. Each test has a network of its own, which it deletes. Functions that may hurt
 * a JVM run in workers with a JVM of their own; these tests want a POSIX system.
 */
public abstract class LoopContract {
    /** For subclasses. */
    protected LoopContract() {}

    /** The name of the loop, under which {@link java.util.ServiceLoader} finds it. */
    protected abstract String loopName();

    /** Where it evaluates the function. */
    protected abstract Isolation isolation();

    /** Its options, as in {@link io.rush.api.WorkerSpec#loopOptions}. Here: none. */
    protected Map<String, ?> loopOptions() {
        return Map.of();
    }

    /** Whether it fails tasks that take longer than their timeout. Here: if it isolates, as it must then. */
    protected boolean enforcesTimeouts() {
        return isolation() == Isolation.ISOLATED;
    }

    /** How long a test waits for what must happen, before it fails. Here: a minute. */
    protected Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Nested
    final class Values extends ValueTests {
        Values() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Surroundings extends SurroundingsTests {
        Surroundings() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Tasks extends TaskTests {
        Tasks() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Failures extends FailureTests {
        Failures() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Leaving extends LeavingTests {
        Leaving() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Logs extends LogTests {
        Logs() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Deaths extends DeathTests {
        Deaths() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Timeouts extends TimeoutTests {
        Timeouts() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Creation extends CreationTests {
        Creation() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Output extends OutputTests {
        Output() {
            super(LoopContract.this);
        }
    }

    @Nested
    final class Leftovers extends LeftoverTests {
        Leftovers() {
            super(LoopContract.this);
        }
    }
}
