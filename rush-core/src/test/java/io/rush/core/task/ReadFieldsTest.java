package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fields that are read from a task, by position. */
class ReadFieldsTest {
    private static RedisReply text(String text) {
        return new RedisReply.Bulk(text.getBytes(UTF_8));
    }

    @Test
    void fieldsAreReadByPositionAndThoseThatAreMissingLeftOut() {
        ReadFields fields = ReadFields.of(List.of(TaskField.MAX_RETRIES, TaskField.XS, TaskField.SEED));

        assertThat(fields.read(List.of(text("3"), text("{}"), RedisReply.Nil.INSTANCE)))
                .containsOnlyKeys(TaskField.MAX_RETRIES, TaskField.XS)
                .containsEntry(TaskField.MAX_RETRIES, "3".getBytes(UTF_8));
    }

    @Test
    void whetherATaskWasReturnedIsReadOnlyIfAskedFor() {
        ReadFields fields = ReadFields.of(List.of(TaskField.XS));
        List<RedisReply> values = List.of(text("{}"), text("1"));

        assertThat(fields.isReturned(values)).isFalse();
        assertThat(fields.withReturned().isReturned(values)).isTrue();
        assertThat(fields.withReturned().isReturned(List.of(text("{}"), RedisReply.Nil.INSTANCE)))
                .isFalse();
        assertThat(fields.withReturned().read(values)).containsOnlyKeys(TaskField.XS);
    }
}
