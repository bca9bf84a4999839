package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Threads that are interrupted before or while they are in a store. */
abstract class InterruptTests extends StoreTests {
    /** An interrupt may be noticed no sooner than when it is over. */
    private static final Duration SOON = Duration.ofMillis(200);

    InterruptTests(Contract contract) {
        super(contract);
    }

    /** What a call did of which the thread was interrupted. */
    private record Interrupted(Object outcome, boolean kept) {
        static Interrupted calling(Callable<?> call) {
            Object outcome;
            try {
                outcome = call.call();
            } catch (Exception failure) {
                outcome = failure;
            }
            return new Interrupted(outcome, Thread.currentThread().isInterrupted());
        }

        static Interrupted before(Callable<?> call) {
            Thread.currentThread().interrupt();
            return calling(call);
        }

        void assertThrown() {
            assertThat(outcome).isInstanceOf(InterruptedException.class);
            assertThat(kept).as("interrupted still").isFalse();
        }

        /** The next call that blocks sees it, or this one did. */
        void assertNotLost() {
            assertThat(outcome instanceof InterruptedException || kept)
                    .as("the interrupt of a call that ended with " + outcome + " is thrown or stays")
                    .isTrue();
        }
    }

    @Test
    final void whoIsInterruptedBeforehandBlocksNotAndSendsNothing() {
        String key = key();
        admin("RPUSH " + key + " v");

        background(() -> Interrupted.before(() -> block(store(), key, SHORT)))
                .result()
                .assertThrown();

        assertThat(admin("LLEN " + key).asLong()).isEqualTo(1);
    }

    @Test
    final void whoIsInterruptedBeforehandSendsNeitherOfAPair() {
        String key = PairTests.taggedKey();
        admin("RPUSH " + key + " v");

        background(() -> Interrupted.before(() -> PairTests.pair(store(), key, SHORT, "RPUSH " + key + " w")))
                .result()
                .assertThrown();

        assertThat(admin("LLEN " + key).asLong()).isEqualTo(1);
    }

    @Test
    final void whoIsInterruptedMaySendAndStaysInterrupted() {
        String key = key();
        Interrupted one = background(() -> Interrupted.before(() -> send(store(), "INCR " + key)))
                .result();
        Interrupted many = background(() -> Interrupted.before(() -> store().sendAll(List.of(command("INCR " + key)))))
                .result();

        assertThat(one).isEqualTo(new Interrupted(new RedisReply.Int(1), true));
        assertThat(many).isEqualTo(new Interrupted(List.of(new RedisReply.Int(2)), true));
    }

    @Test
    final void anInterruptIsNoticedAtTheLatestWhenTheTimeIsOver() {
        Background<Interrupted> blocked = blocked(() -> Interrupted.calling(() -> block(store(), key(), SOON)));

        blocked.interrupt();

        blocked.result().assertThrown();
    }

    @Test
    final void whoWasInterruptedLeavesNoCommandBehind() throws Exception {
        String key = key();
        Background<Interrupted> blocked = blocked(() -> Interrupted.calling(() -> block(store(), key, SOON)));
        blocked.interrupt();
        blocked.result();

        admin("RPUSH " + key + " v");

        assertThat(popped(block(store(), key, LONG))).isEqualTo("v");
    }

    @Test
    final void neitherAnInterruptNorWhatRedisHandedOutIsLost() {
        String key = key();
        Background<Interrupted> blocked = blocked(() -> Interrupted.calling(() -> block(store(), key, LONG)));

        blocked.interrupt();
        admin("RPUSH " + key + " v");

        Interrupted end = blocked.result();
        end.assertNotLost();
        boolean arrived =
                end.outcome() instanceof RedisReply reply && popped(reply).equals("v");
        assertThat(arrived || admin("LLEN " + key).asLong() == 1)
                .as("the value arrived or is where it was")
                .isTrue();
    }

    @Test
    final void whatFollowedArrivesDespiteAnInterrupt() {
        String key = PairTests.taggedKey();
        Background<Interrupted> blocked =
                blocked(() -> Interrupted.calling(() -> PairTests.pair(store(), key, LONG, "INCR " + key + ":n")));

        blocked.interrupt();
        admin("RPUSH " + key + " v");

        Interrupted end = blocked.result();
        end.assertNotLost();
        boolean arrived =
                end.outcome() instanceof List<?> replies && replies.get(1).equals(new RedisReply.Int(1));
        assertThat(arrived || admin("EXISTS " + key + ":n").asLong() == 0)
                .as("what followed arrived or was not run")
                .isTrue();
    }

    @Test
    final void anInterruptOfAPairIsNotSwallowedWhenTheTimeIsOver() {
        String key = PairTests.taggedKey();
        Background<Interrupted> blocked =
                blocked(() -> Interrupted.calling(() -> PairTests.pair(store(), key, SOON, "EXISTS " + key)));

        blocked.interrupt();

        blocked.result().assertNotLost();
    }
}
