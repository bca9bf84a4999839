package io.rush.core.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.RushException;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store as one network uses it: runs scripts on its keys. Thread-safe. */
public final class NetworkStore {
    /** Upper bound of the tasks one script call handles, so that Redis never stalls for long. */
    public static final int PAGE = 500;

    /** The longest a command blocks in Redis; a wake-up that got lost costs no more than this. */
    public static final Duration LONGEST_BLOCK = Duration.ofSeconds(2);

    private static final byte[] ONE_KEY = {'1'};
    private static final String UNKNOWN_SCRIPT = "NOSCRIPT";

    private final RedisStore store;
    private final String prefix;
    private final byte[] prefixBytes;

    public NetworkStore(RedisStore store, String networkId) {
        this.store = store;
        this.prefix = "rush:{" + networkId + "}:";
        this.prefixBytes = prefix.getBytes(UTF_8);
    }

    /** The full name of a key of the network. */
    public String key(String name) {
        return prefix + name;
    }

    /** The full name of the hash of a task. */
    public String taskHash(String taskKey) {
        return prefix + "task:" + taskKey;
    }

    /** The connection beneath, for commands that are no transitions. */
    public RedisStore store() {
        return store;
    }

    /** Runs a script in one round trip. */
    public RedisReply run(Script script, Arguments arguments) {
        try {
            return store.send(call("EVALSHA", LoadedScript.of(script).sha(), arguments));
        } catch (StoreException refused) {
            if (isUnknownScript(String.valueOf(refused.getMessage()))) {
                return store.send(call("EVAL", LoadedScript.of(script).source(), arguments));
            }
            throw refused;
        }
    }

    /** Runs a script several times in one flush; every call must succeed. */
    public List<RedisReply> runAll(Script script, List<Arguments> calls) {
        if (calls.size() <= 1) {
            return calls.isEmpty() ? List.of() : List.of(run(script, calls.get(0)));
        }
        byte[] sha = LoadedScript.of(script).sha();
        List<RedisReply> replies = new ArrayList<>(
                store.sendAll(new MadeOnDemand<>(calls.size(), i -> call("EVALSHA", sha, calls.get(i)))));
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof RedisReply.Failure failure) {
                replies.set(i, recover(script, calls.get(i), failure));
            }
        }
        return replies;
    }

    /** Blocks on a waiter's wake list, at most {@link #LONGEST_BLOCK}; returns whether the waiter was woken. */
    public boolean block(String waiter, Duration atMost) {
        Duration patience = patience(atMost);
        try {
            return !store.sendBlocking(wakeUp(waiter, patience), patience).isNil();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /**
     * Blocks as {@link #block} does, and has Redis run a script as soon as the waiter is woken or the time is over: the
     * way back and forth between the two is saved.
     *
     * @return what the waiter was woken by, nil if the time was over, then the reply of the script
     */
    public List<RedisReply> runWhenWoken(String waiter, Duration atMost, Script script, Arguments arguments) {
        Duration patience = patience(atMost);
        RedisCommand call = call("EVALSHA", LoadedScript.of(script).sha(), arguments);
        try {
            List<RedisReply> replies = store.sendBlocking(wakeUp(waiter, patience), call, patience);
            if (replies.get(0) instanceof RedisReply.Failure failure) {
                throw new StoreException("BLPOP", false, failure.message(), null);
            }
            RedisReply reply = replies.get(1);
            return List.of(
                    replies.get(0),
                    reply instanceof RedisReply.Failure failure ? recover(script, arguments, failure) : reply);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static Duration patience(Duration atMost) {
        return atMost.compareTo(LONGEST_BLOCK) < 0 ? atMost : LONGEST_BLOCK;
    }

    private RedisCommand wakeUp(String waiter, Duration patience) {
        String seconds = String.valueOf(Math.max(1, patience.toMillis()) / 1000.0);
        return RedisCommand.of("BLPOP", key("wake:" + waiter), seconds);
    }

    private RushException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new RushException("interrupted while waiting in network " + prefix, interrupted);
    }

    private RedisReply recover(Script script, Arguments arguments, RedisReply.Failure failure) {
        if (isUnknownScript(failure.message())) {
            return run(script, arguments);
        }
        throw new StoreException("script " + script, false, failure.message(), null);
    }

    private static boolean isUnknownScript(String message) {
        return message.contains(UNKNOWN_SCRIPT);
    }

    private RedisCommand call(String command, byte[] script, Arguments arguments) {
        List<byte[]> all = new ArrayList<>(3 + arguments.values().size());
        all.add(script);
        all.add(ONE_KEY);
        all.add(prefixBytes);
        all.addAll(arguments.values());
        return RedisCommand.ofBytes(command, all);
    }
}
