package io.rush.it.store;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Servers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What every store must do on whatever Redis it can reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Contract {
    private Optional<Servers> servers = Optional.empty();

    /** For subclasses. */
    protected Contract() {}

    /** The provider of the store. */
    protected abstract StoreProvider provider();

    /** How long a test waits for what must happen, before it fails. Here: half a minute. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** Starts what the tests run on. */
    protected abstract Servers startServers();

    final Servers servers() {
        return servers.orElseThrow();
    }

    @BeforeAll
    final void begin() {
        servers = Optional.of(startServers());
    }

    @AfterAll
    final void end() {
        servers.ifPresent(Servers::close);
    }

    @Nested
    final class Replies extends ReplyTests {
        Replies() {
            super(Contract.this);
        }
    }

    @Nested
    final class Pipelines extends PipelineTests {
        Pipelines() {
            super(Contract.this);
        }
    }

    @Nested
    final class Refusals extends RefusalTests {
        Refusals() {
            super(Contract.this);
        }
    }

    @Nested
    final class Blocking extends BlockingTests {
        Blocking() {
            super(Contract.this);
        }
    }

    @Nested
    final class Pairs extends PairTests {
        Pairs() {
            super(Contract.this);
        }
    }

    @Nested
    final class Interrupts extends InterruptTests {
        Interrupts() {
            super(Contract.this);
        }
    }

    @Nested
    final class Subscriptions extends SubscriptionTests {
        Subscriptions() {
            super(Contract.this);
        }
    }

    @Nested
    final class Threads extends ThreadTests {
        Threads() {
            super(Contract.this);
        }
    }

    @Nested
    final class Breaks extends BreakTests {
        Breaks() {
            super(Contract.this);
        }
    }

    @Nested
    final class Outages extends OutageTests {
        Outages() {
            super(Contract.this);
        }
    }

    @Nested
    final class Silence extends SilenceTests {
        Silence() {
            super(Contract.this);
        }
    }

    @Nested
    final class Closing extends ClosingTests {
        Closing() {
            super(Contract.this);
        }
    }

    @Nested
    final class Opening extends OpeningTests {
        Opening() {
            super(Contract.this);
        }
    }
}
