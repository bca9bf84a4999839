package io.rush.it.stores.broken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Stores that break the contract, each in one point. */
final class FaultyStores {
    /** Begun before any store is. */
    private static final ScheduledExecutorService LATER = later();

    /** So that no garbage collection closes what a store has leaked. */
    private static final Queue<RedisStore> FORGOTTEN = new ConcurrentLinkedQueue<>();

    private FaultyStores() {}

    /** Leaves a store open for good. */
    static void forget(RedisStore open) {
        FORGOTTEN.add(open);
    }

    private static ScheduledExecutorService later() {
        ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "late-delivery");
            thread.setDaemon(true);
            return thread;
        });
        later.prestartAllCoreThreads();
        return later;
    }

    static RedisStore swappingReplies(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public List<RedisReply> sendAll(List<RedisCommand> commands) {
                List<RedisReply> replies = new ArrayList<>(sound.sendAll(commands));
                if (replies.size() > 1) {
                    Collections.swap(replies, 0, 1);
                }
                return replies;
            }
        };
    }

    static RedisReply emptyForNil(RedisReply reply) {
        return reply.isNil() ? new RedisReply.Bulk(new byte[0]) : reply;
    }

    static RedisReply nilForErrors(RedisReply reply) {
        return reply instanceof RedisReply.Failure ? RedisReply.Nil.INSTANCE : reply;
    }

    static RedisReply textForBytes(RedisReply reply) {
        return reply instanceof RedisReply.Bulk bulk
                ? new RedisReply.Bulk(bulk.asText().getBytes(UTF_8))
                : reply;
    }

    static RedisReply doublesForIntegers(RedisReply reply) {
        return reply instanceof RedisReply.Int integer ? new RedisReply.Int((long) (double) integer.value()) : reply;
    }

    static RedisReply nilForEmptyArrays(RedisReply reply) {
        return reply instanceof RedisReply.Array array && array.elements().isEmpty() ? RedisReply.Nil.INSTANCE : reply;
    }

    static StoreException retryable(StoreException failure) {
        return failed(failure, true);
    }

    static StoreException neverRetryable(StoreException failure) {
        return failed(failure, false);
    }

    private static StoreException failed(StoreException failure, boolean retryable) {
        return new StoreException(failure.operation(), retryable, String.valueOf(failure.getMessage()), failure);
    }

    static StoreException withoutWords(StoreException failure) {
        return new StoreException(failure.operation(), failure.isRetryable(), "it did not work", null);
    }

    /** Blocking commands are waited for as others are. */
    static RedisStore ignoringPatience(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
                return sound.sendBlocking(command, Duration.ZERO);
            }

            @Override
            public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
                    throws InterruptedException {
                return sound.sendBlocking(blocking, next, Duration.ZERO);
            }
        };
    }

    static RedisStore swallowingInterrupts(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public RedisReply sendBlocking(RedisCommand command, Duration patience) {
                try {
                    return sound.sendBlocking(command, patience);
                } catch (InterruptedException swallowed) {
                    return RedisReply.Nil.INSTANCE;
                }
            }
        };
    }

    static RedisStore blockingOneByOne(RedisStore sound) {
        ReentrantLock connection = new ReentrantLock();
        return new Delegate(sound) {
            @Override
            public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
                connection.lock();
                try {
                    return sound.sendBlocking(command, patience);
                } finally {
                    connection.unlock();
                }
            }
        };
    }

    static RedisStore onOneConnection(RedisStore sound) {
        ReentrantLock connection = new ReentrantLock();
        return new Delegate(sound) {
            @Override
            public RedisReply send(RedisCommand command) {
                connection.lock();
                try {
                    return sound.send(command);
                } finally {
                    connection.unlock();
                }
            }

            @Override
            public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
                connection.lock();
                try {
                    return sound.sendBlocking(command, patience);
                } finally {
                    connection.unlock();
                }
            }
        };
    }

    static RedisStore runningTheFollowerFirst(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
                    throws InterruptedException {
                RedisReply early = sound.sendAll(List.of(next)).get(0);
                return List.of(sound.sendBlocking(blocking, patience), early);
            }
        };
    }

    static RedisStore forgettingTheFollower(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
                    throws InterruptedException {
                RedisReply ended = sound.sendBlocking(blocking, patience);
                return ended.isNil()
                        ? List.of(ended)
                        : List.of(ended, sound.sendAll(List.of(next)).get(0));
            }
        };
    }

    static RedisStore deliveringLate(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
                return sound.subscribe(channel, message -> {
                    var unused = LATER.schedule(() -> listener.accept(message), 20, MILLISECONDS);
                });
            }
        };
    }

    static RedisStore hearingOnlyTexts(RedisStore sound) {
        return new Delegate(sound) {
            @Override
            public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
                return sound.subscribe(channel, message -> listener.accept(new String(message, UTF_8).getBytes(UTF_8)));
            }
        };
    }

    static RedisStore subscribingOnce(RedisStore sound, StoreConfig config) {
        return new Delegate(sound) {
            private final Set<RedisSubscription> subscriptions = ConcurrentHashMap.newKeySet();

            @Override
            public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
                sound.send(RedisCommand.of("PING"));
                if (config.credentials().isPresent()) {
                    return sound.subscribe(channel, listener);
                }
                int port = ((ServerAddress.Tcp) config.servers().get(0)).port();
                RedisSubscription subscription = OnceSubscribed.to(port, channel, listener);
                subscriptions.add(subscription);
                return subscription;
            }

            @Override
            public void close() {
                subscriptions.forEach(RedisSubscription::close);
                sound.close();
            }
        };
    }

    static RedisStore leavingAThread(RedisStore sound) {
        Thread idle = new Thread(LockSupport::park, "left-behind");
        idle.setDaemon(true);
        idle.start();
        return sound;
    }
}
