package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.SerializationException;
import io.rush.api.store.RedisReply;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.core.codec.Seeds;
import io.rush.core.large.StoredValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A task as it came from the queue, with the raw fields that were read. */
final class TakenTask {
    private static final Map<String, Object> NONE = Map.of();

    private final String key;
    private final long attempt;
    private final Map<TaskField, byte[]> fields;
    private final boolean returned;

    TakenTask(String key, long attempt, ReadFields names, List<RedisReply> values) {
        this.key = key;
        this.attempt = attempt;
        this.fields = names.read(values);
        this.returned = names.isReturned(values);
    }

    String key() {
        return key;
    }

    /** Number of the attempt under which it runs. */
    long attempt() {
        return attempt;
    }

    /** Whether an earlier worker was lost while it had the task reserved. */
    boolean isReturned() {
        return returned;
    }

    /** @throws SerializationException if a field is damaged */
    Task decode(StoredValues codec) {
        return new Task(
                key,
                named(TaskField.XS, codec),
                named(TaskField.XS_EXTRA, codec),
                seed(),
                number(TaskField.TIMEOUT).map(Duration::ofMillis),
                number(TaskField.MAX_RETRIES)
                        .map(retries -> OptionalInt.of(retries.intValue()))
                        .orElse(OptionalInt.empty()),
                number(TaskField.N_RETRIES).orElse(0L).intValue());
    }

    private Map<String, Object> named(TaskField field, StoredValues codec) {
        byte[] json = fields.get(field);
        return json == null ? NONE : codec.decode(field.fieldName() + " of task " + key, json);
    }

    private Optional<Seed> seed() {
        return Optional.ofNullable(fields.get(TaskField.SEED)).map(Seeds::decode);
    }

    private Optional<Long> number(TaskField field) {
        return Optional.ofNullable(fields.get(field)).map(text -> number(field, new String(text, UTF_8)));
    }

    private long number(TaskField field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException damaged) {
            String path = field.fieldName() + " of task " + key;
            throw new SerializationException(path, "must be an integer, not '" + text + "'", damaged);
        }
    }
}
