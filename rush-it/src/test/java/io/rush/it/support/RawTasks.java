package io.rush.it.support;

import io.rush.api.store.RedisReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The structures of a network as they stand in Redis: seeds tasks beneath rush, and reads them back. */
public final class RawTasks {
    /** A condition as it is stored. */
    public static final String BOOM = "{\"cause\":\"error\",\"message\":\"boom\"}";

    private final TestNetwork network;
    private int failures;

    public RawTasks(TestNetwork network) {
        this.network = network;
    }

    /** Seeds tasks in the shared queue, each with its key as input. */
    public void queued(String... keys) {
        for (String key : keys) {
            hash(key, "xs", xs(key));
            network.send("RPUSH", network.key("queue"), key);
        }
    }

    /** Seeds tasks in a worker's own queue. */
    public void queuedFor(String worker, String... keys) {
        for (String key : keys) {
            hash(key, "xs", xs(key));
            network.send("RPUSH", network.key("queue:" + worker), key);
        }
    }

    /** Seeds a running task. */
    public void running(String key, String owner) {
        hash(key, "xs", xs(key));
        network.send("HSET", network.key("running"), owner, key);
    }

    /** Seeds a finished task. */
    public void finished(String key, String owner) {
        hash(key, "xs", xs(key), "ys", "{\"y\":1}", "owner", owner);
        network.send("RPUSH", network.key("finished"), key);
    }

    /** Seeds failed tasks, the latest last. */
    public void failed(String... keys) {
        for (String key : keys) {
            hash(key, "xs", xs(key), "condition", BOOM, "owner", "gone:1-0");
            network.send("ZADD", network.key("failed"), Integer.toString(++failures), key);
        }
    }

    /** Writes fields and values of a task's hash. */
    public void hash(String key, String... fieldsAndValues) {
        String[] arguments = new String[fieldsAndValues.length + 1];
        arguments[0] = network.key("task:" + key);
        System.arraycopy(fieldsAndValues, 0, arguments, 1, fieldsAndValues.length);
        network.send("HSET", arguments);
    }

    /** The inputs that seeded tasks have. */
    public static String xs(String key) {
        return "{\"x\":\"" + key + "\"}";
    }

    /** What stands in a task's hash; empty if there is none. */
    public Map<String, String> hash(String key) {
        return map("HGETALL", "task:" + key);
    }

    public List<String> queue() {
        return list("LRANGE", "queue", "0", "-1");
    }

    public List<String> queueOf(String worker) {
        return list("LRANGE", "queue:" + worker, "0", "-1");
    }

    /** Keys of running tasks by owner. */
    public Map<String, String> running() {
        return map("HGETALL", "running");
    }

    public List<String> finished() {
        return list("LRANGE", "finished", "0", "-1");
    }

    /** Keys of failed tasks, the latest last. */
    public List<String> failed() {
        return list("ZRANGE", "failed", "0", "-1");
    }

    /** Seeds a queued task whose retry is due at a moment, in microseconds since 1970. */
    public void delayed(String key, long due) {
        hash(key, "xs", xs(key), "n_retries", "1", "last_condition", BOOM);
        network.send("ZADD", network.key("delayed"), Long.toString(due), key);
    }

    /** Keys of delayed tasks, each with the moment at which it is due, in microseconds since 1970. */
    public Map<String, Long> delayed() {
        Map<String, Long> delayed = new TreeMap<>();
        list("ZRANGE", "delayed", "0", "-1").forEach(key -> delayed.put(key, due(key)));
        return delayed;
    }

    private long due(String key) {
        String score = network.send("ZSCORE", network.key("delayed"), key).asText();
        return new BigDecimal(score).longValueExact();
    }

    /** Lets every delayed task be due; returns their keys, the next one first. */
    public List<String> letDelayedBeDue() {
        List<String> keys = list("ZRANGE", "delayed", "0", "-1");
        for (int i = 0; i < keys.size(); i++) {
            network.send("ZADD", network.key("delayed"), Integer.toString(i), keys.get(i));
        }
        return keys;
    }

    /** The time of the server in microseconds since 1970. */
    public long now() {
        List<RedisReply> time = network.send("TIME").asList();
        return Long.parseLong(time.get(0).asText()) * 1_000_000
                + Long.parseLong(time.get(1).asText());
    }

    /** The owner of the n-th task that a worker of the network took, from 0. */
    public String owner(String worker, int attempt) {
        return worker + ":" + map("HGETALL", "worker:" + worker).get("epoch") + "-" + attempt;
    }

    /** States of the workers that are starting or running. */
    public Map<String, String> workers() {
        return map("HGETALL", "workers");
    }

    /** States of the workers that left. */
    public Map<String, String> departed() {
        return map("HGETALL", "departed");
    }

    public boolean exists(String name) {
        return network.send("EXISTS", network.key(name)).asLong() == 1;
    }

    /** Takes a worker off the network as lost, as another controller would, without settling what it left. */
    public void lose(String worker) {
        network.send("HDEL", network.key("workers"), worker);
        network.send("HSET", network.key("departed"), worker, "lost");
        network.send("SADD", network.key("unsettled"), worker);
    }

    private List<String> list(String command, String name, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = network.key(name);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return network.send(command, all).asList().stream()
                .map(RedisReply::asText)
                .toList();
    }

    private Map<String, String> map(String command, String name) {
        List<String> flat = new ArrayList<>(list(command, name));
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            map.put(flat.get(i), flat.get(i + 1));
        }
        return map;
    }
}
