package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.LONG;
import static io.rush.store.lettuce.Probe.awaitBlocked;
import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.command;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands that block do beyond the contract of all stores. */
class BlockingTest extends OwnServerTestCase {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void keepsItsConnectionForTheNextOne() throws Exception {
        block(store, freshKey(), SHORT);
        long before = connectionsReceived();

        block(store, freshKey(), SHORT);
        block(store, freshKey(), SHORT);

        assertThat(connectionsReceived()).isEqualTo(before);
    }

    @Test
    void anInterruptEndsItLongBeforeItsTimeAndLeavesNoCommandBehind() throws Exception {
        String key = freshKey();
        Background<RedisReply> blocked = Background.start(() -> block(store, key, LONG));
        awaitBlocked(store, 1);

        blocked.interrupt();

        assertThat(blocked.failure()).isInstanceOf(InterruptedException.class).hasMessageContaining("BLPOP");
        send(store, "RPUSH " + key + " v");
        assertThat(block(store, key, LONG).asList().get(1).asText()).isEqualTo("v");
    }

    @Test
    void whatIsPushedWhileItIsInterruptedArrivesOrStaysInRedis() throws Exception {
        for (int round = 0; round < 50; round++) {
            String key = freshKey();
            Background<Boolean> blocked = Background.start(() -> arrivesOrIsInterrupted(key));
            awaitBlocked(store, 1);
            Background<Long> pushed =
                    Background.start(() -> send(store, "RPUSH " + key + " v").asLong());

            blocked.interrupt();

            assertThat(pushed.result()).isEqualTo(1);
            long left = blocked.result() ? 0 : 1;
            assertThat(send(store, "LLEN " + key).asLong()).isEqualTo(left);
        }
    }

    private boolean arrivesOrIsInterrupted(String key) {
        try {
            return !block(store, key, LONG).isNil();
        } catch (InterruptedException endedEmpty) {
            return false;
        }
    }

    @Test
    void anInterruptKeepsTheConnectionForTheNextOne() throws Exception {
        Background<RedisReply> blocked = Background.start(() -> block(store, freshKey(), LONG));
        awaitBlocked(store, 1);
        long before = connectionsReceived();

        blocked.interrupt();

        assertThat(blocked.failure()).isInstanceOf(InterruptedException.class);
        assertThat(block(store, freshKey(), SHORT).isNil()).isTrue();
        assertThat(connectionsReceived()).isEqualTo(before);
    }

    @Test
    void anInterruptIsNoticedWhenTheTimeIsOverWhereRedisMayNotBeToldToStop() throws Exception {
        send(store, "ACL SETUSER bob on >hidden ~* +blpop +ping");
        try (RedisStore restricted = Probe.open(Probe.config(server).credentials(Credentials.of("bob", "hidden")))) {
            Background<RedisReply> blocked =
                    Background.start(() -> block(restricted, freshKey(), Duration.ofSeconds(1)));
            awaitBlocked(store, 1);

            blocked.interrupt();

            assertThat(blocked.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void endsWithAnErrorWhenTheStoreIsClosed() throws Exception {
        Background<RedisReply> blocked = Background.start(() -> block(store, freshKey(), LONG));
        awaitBlocked(store, 1);

        store.close();

        assertThat(blocked.failure()).isInstanceOf(StoreException.class).hasMessageContaining("is closed");
    }

    @Test
    void aServerThatIsSilentDoesNotHangIt() {
        send(store, "CLIENT PAUSE 60000 ALL");

        assertThatThrownBy(() -> block(store, freshKey(), SHORT))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue());
    }

    @Test
    void aRefusalOfEitherStandsInItsPlace() throws Exception {
        String key = freshKey();
        send(store, "SET " + key + " v");

        List<RedisReply> replies = blockThen(key, SHORT, "LPOP " + key);

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply)
                        .isInstanceOfSatisfying(
                                RedisReply.Failure.class,
                                failure -> assertThat(failure.message()).startsWith("WRONGTYPE")));
    }

    @Test
    void anInterruptHasWhatFollowsRunAtOnceAndStaysForTheNextCall() throws Exception {
        String key = freshKey();
        Background<Boolean> blocked = Background.start(
                () -> blockThen(key, LONG, "PING").get(1).asText().equals("PONG")
                        && Thread.currentThread().isInterrupted());
        awaitBlocked(store, 1);

        blocked.interrupt();

        assertThat(blocked.result()).isTrue();
    }

    @Test
    void whatWouldFollowIsForgottenWithAConnectionThatIsClosed() throws Exception {
        String key = freshKey();
        String other = freshKey();
        RedisStore another = Probe.open(server);
        Background<List<RedisReply>> blocked = Background.start(
                () -> another.sendBlocking(command("BLPOP " + key + " 60"), command("SET " + other + " v"), LONG));
        awaitBlocked(store, 1);

        another.close();
        awaitBlocked(store, 0);
        send(store, "RPUSH " + key + " v");

        assertThat(blocked.failure()).isInstanceOf(StoreException.class).hasMessageContaining("is closed");
        assertThat(send(store, "EXISTS " + other).asLong()).isZero();
        assertThat(send(store, "LLEN " + key).asLong()).isEqualTo(1);
    }

    private List<RedisReply> blockThen(String key, Duration patience, String next) throws InterruptedException {
        String seconds = Double.toString(patience.toMillis() / 1000.0);
        return store.sendBlocking(command("BLPOP " + key + " " + seconds), command(next), patience);
    }

    private long connectionsReceived() {
        String stats = send(store, "INFO stats").asText();
        String value = stats.lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(value.substring(value.indexOf(':') + 1));
    }
}
