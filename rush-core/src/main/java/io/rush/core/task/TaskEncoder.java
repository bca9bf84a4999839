package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.core.codec.Conditions;
import io.rush.core.codec.RetryPolicies;
import io.rush.core.codec.Seeds;
import io.rush.core.large.StoredValues;
import io.rush.core.script.MadeOnDemand;
import io.rush.core.script.NetworkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                        options.maxRetries().stream().map(TaskEncoder::text).toList())
                .with(
                        HashField.RETRY_POLICY,
                        options.retryPolicy().map(RetryPolicies::encode).stream()
                                .toList());
    }

    /**
     * Named values of several tasks; the path of a refused value begins with the field and the task's index. Everything
     * is checked here. What cannot be refused is encoded when it is sent, if the tasks do not fit one call: by then the
     * calls before are under way.
     */
    List<byte[]> encodeAll(TaskField field, Collection<?> named) {
        List<@Nullable Object> elements = new ArrayList<>(named);
        boolean severalCalls = elements.size() > NetworkStore.PAGE;
        for (int i = 0; i < elements.size(); i++) {
            if (!severalCalls || !values.isNeverRefused(elements.get(i))) {
                elements.set(i, encode(field, i, elements.get(i)));
            }
        }
        return new MadeOnDemand<>(
                elements.size(),
                i -> elements.get(i) instanceof byte[] encoded ? encoded : encode(field, i, elements.get(i)));
    }

    private byte[] encode(TaskField field, int index, @Nullable Object named) {
        return values.encodeNamed(field.fieldName() + "[" + index + "]", named);
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
