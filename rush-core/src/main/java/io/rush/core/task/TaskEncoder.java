package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.core.codec.Conditions;
import io.rush.core.codec.Seeds;
import io.rush.core.large.StoredValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns what users push into the fields of task hashes; refuses what cannot be stored. Thread-safe. */
final class TaskEncoder {
    private final StoredValues values;

    TaskEncoder(StoredValues values) {
        this.values = values;
    }

    /** New tasks with their inputs. */
    TaskBatch batch(Collection<?> xss) {
        return new TaskBatch(xss.size()).with(nameOf(TaskField.XS), encodeAll(TaskField.XS, xss));
    }

    /** New tasks with their inputs and what stands in the options. */
    TaskBatch batch(Collection<?> xss, PushOptions options) {
        return batch(xss)
                .with(nameOf(TaskField.XS_EXTRA), encodeAll(TaskField.XS_EXTRA, options.extras()))
                .with(nameOf(TaskField.SEED), encodeSeeds(options.seeds()))
                .with(
                        nameOf(TaskField.TIMEOUT),
                        options.timeouts().stream()
                                .map(timeout -> text(timeout.toMillis()))
                                .toList())
                .with(
                        nameOf(TaskField.MAX_RETRIES),
                        options.maxRetries().stream().map(TaskEncoder::text).toList());
    }

    /** Named values of several tasks; the path of a refused value begins with the field and the task's index. */
    List<byte[]> encodeAll(TaskField field, Collection<?> named) {
        List<byte[]> encoded = new ArrayList<>(named.size());
        for (Object element : named) {
            encoded.add(values.encodeNamed(field.fieldName() + "[" + encoded.size() + "]", element));
        }
        return encoded;
    }

    static List<byte[]> encodeConditions(List<Condition> conditions) {
        return conditions.stream().map(Conditions::encode).toList();
    }

    static List<byte[]> encodeSeeds(List<Seed> seeds) {
        return seeds.stream().map(Seeds::encode).toList();
    }

    private static String nameOf(TaskField field) {
        return HashField.nameOf(field);
    }

    private static byte[] text(Number number) {
        return number.toString().getBytes(UTF_8);
    }
}
