package io.rush.loop.process.wire;

import io.rush.api.ValueCodec;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A task on its way to the child. */
public final class TaskMessage {
    private static final String KEY = "key";
    private static final String XS = "xs";
    private static final String XS_EXTRA = "xs_extra";
    private static final String SEED = "seed";
    private static final String TIMEOUT = "timeout";
    private static final String MAX_RETRIES = "max_retries";
    private static final String RETRIES = "retries";

    private TaskMessage() {}

    /** As the payload of a frame. */
    public static byte[] encode(Task task, ValueCodec codec) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(KEY, task.key());
        values.put(XS, task.xs());
        values.put(XS_EXTRA, task.xsExtra());
        task.seed().ifPresent(seed -> values.put(SEED, seed.values()));
        task.timeout().ifPresent(timeout -> values.put(TIMEOUT, timeout.toString()));
        task.maxRetries().ifPresent(retries -> values.put(MAX_RETRIES, retries));
        values.put(RETRIES, task.retries());
        return codec.encode(values);
    }

    /** Back from the payload. */
    public static Task decode(byte[] payload, ValueCodec codec) {
        Message message = new Message(codec.decode(payload));
        Map<String, Object> values = message.values();
        return new Task(
                (String) message.get(KEY),
                message.map(XS),
                message.map(XS_EXTRA),
                Optional.ofNullable(values.get(SEED)).map(TaskMessage::seed),
                Optional.ofNullable(values.get(TIMEOUT)).map(timeout -> Duration.parse((String) timeout)),
                values.containsKey(MAX_RETRIES) ? OptionalInt.of(message.number(MAX_RETRIES)) : OptionalInt.empty(),
                message.number(RETRIES));
    }

    private static Seed seed(Object integers) {
        return Seed.of(((List<?>) integers)
                .stream().mapToInt(value -> ((Long) value).intValue()).toArray());
    }
}
