package io.rush.it.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.it.servers.Servers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A topic of the contract: a store that its tests share, stores of their own, and what most tests do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class StoreTests {
    static final Duration SHORT = Duration.ofMillis(50);

    /** So long that a test has failed before it is over. */
    static final Duration LONG = Duration.ofMinutes(2);

    final Contract contract;

    private final Deque<RedisStore> opened = new ConcurrentLinkedDeque<>();
    private Optional<RedisStore> shared = Optional.empty();

    StoreTests(Contract contract) {
        this.contract = contract;
    }

    /** The store that the tests of this topic share, for what does it no harm. */
    final RedisStore store() {
        if (shared.isEmpty()) {
            shared = Optional.of(contract.provider().open(config().build()));
        }
        return shared.get();
    }

    /** A store of the test's own, which is closed after it. */
    final RedisStore open() {
        return open(config());
    }

    final RedisStore open(StoreConfig.Builder config) {
        RedisStore store = contract.provider().open(config.build());
        opened.push(store);
        return store;
    }

    @AfterEach
    final void closeOwn() {
        opened.forEach(RedisStore::close);
        opened.clear();
    }

    @AfterAll
    final void closeShared() {
        shared.ifPresent(RedisStore::close);
        shared = Optional.empty();
    }

    final Servers servers() {
        return contract.servers();
    }

    final StoreConfig.Builder config() {
        return servers().config();
    }

    final Duration patience() {
        return contract.patience();
    }

    /** A command in one line, split at spaces. */
    static RedisCommand command(String line) {
        String[] words = line.split(" ", -1);
        return RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length));
    }

    static RedisCommand script(String lua) {
        return RedisCommand.of("EVAL", lua, "0");
    }

    static RedisReply send(RedisStore store, String line) {
        return store.send(command(line));
    }

    /** Sends past every store. */
    final RedisReply admin(String line) {
        RedisReply reply = servers().send(command(line));
        assertThat(reply).as(line).isNotInstanceOf(RedisReply.Failure.class);
        return reply;
    }

    /** Has every server do something, past every store. */
    final void adminAll(String line) {
        servers().admins().forEach(server -> server.send(line));
    }

    /** A key that nobody else uses. */
    static String key() {
        return "kit-" + UUID.randomUUID();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static RedisCommand pop(String key, Duration patience) {
        return RedisCommand.of("BLPOP", key, Double.toString(patience.toMillis() / 1000.0));
    }

    static RedisReply block(RedisStore store, String key, Duration patience) throws InterruptedException {
        return store.sendBlocking(pop(key, patience), patience);
    }

    /** What was popped; a pop that came to nothing fails the test. */
    static String popped(RedisReply reply) {
        assertThat(reply.isNil()).as("the pop came to nothing").isFalse();
        return reply.asList().get(1).asText();
    }

    final <T> Background<T> background(Callable<T> call) {
        return Background.start(call, patience());
    }

    /** A call that blocks in Redis now. */
    final <T> Background<T> blocked(Callable<T> call) {
        Background<T> background = background(call);
        awaitBlocked(1);
        return background;
    }

    final void awaitBlocked(int number) {
        until("blocked calls: " + number, () -> blockedCalls() == number);
    }

    private int blockedCalls() {
        return servers().admins().stream()
                .map(server -> server.send("INFO clients").asText())
                .mapToInt(info -> Integer.parseInt(figure(info, "blocked_clients")))
                .sum();
    }

    private static String figure(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("0");
    }

    final List<Client> clients() {
        return Client.of(servers());
    }

    /** Cuts every connection of every store. */
    final void cutAll() {
        clients().forEach(Client::kill);
    }

    /** Looks again and again until the condition holds. */
    final void until(String what, BooleanSupplier condition) {
        until(what, patience(), condition);
    }

    static void until(String what, Duration bound, BooleanSupplier condition) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("within " + bound + " this did not become true: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    final StoreException failureOf(Callable<?> call) {
        return asStoreException(background(call).outcome());
    }

    static StoreException asStoreException(Object outcome) {
        assertThat(outcome).isInstanceOf(StoreException.class);
        return (StoreException) outcome;
    }

    static void assertRetryable(Object outcome) {
        StoreException failure = asStoreException(outcome);
        assertThat(failure.isRetryable()).as("retryable: " + failure).isTrue();
    }

    static void assertFinal(Object outcome) {
        StoreException failure = asStoreException(outcome);
        assertThat(failure.isRetryable()).as("retryable: " + failure).isFalse();
    }

    /** Commands may reach the server twice when a connection breaks. */
    @SuppressWarnings("unchecked")
    static <T> void assertRetryableOr(Object outcome, Consumer<T> madeAgain) {
        if (outcome instanceof Throwable) {
            assertRetryable(outcome);
        } else {
            madeAgain.accept((T) outcome);
        }
    }
}
