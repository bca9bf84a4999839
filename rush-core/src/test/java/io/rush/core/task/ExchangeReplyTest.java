package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskField;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.large.LargeObjects;
import io.rush.core.large.StoredValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the script of an exchange answers, and the fields of the tasks in it. */
class ExchangeReplyTest {
    private static final ReadFields DEFAULT = ReadFields.of(List.of());
    private static final RedisReply NONE = RedisReply.Nil.INSTANCE;
    private static final JsonValues VALUES = new JsonValues();
    private static final StoredValues STORED = new StoredValues(
            VALUES,
            new LargeObjects(
                    new LargeObjectSettings(Optional.empty(), LargeObjectSettings.DEFAULT_LIMIT), "network", VALUES));

    private static RedisReply array(RedisReply... elements) {
        return new RedisReply.Array(Arrays.asList(elements));
    }

    private static RedisReply number(long number) {
        return new RedisReply.Int(number);
    }

    private static RedisReply text(String text) {
        return new RedisReply.Bulk(text.getBytes(UTF_8));
    }

    @Test
    void anAnswerWithoutTasksInvitesToWait() {
        ExchangeReply reply = ExchangeReply.of(array(number(0), number(0), number(0)), DEFAULT);

        assertThat(reply.standing()).isEqualTo(Standing.RUNNING);
        assertThat(reply.refused()).isEmpty();
        assertThat(reply.taken()).isEmpty();
        assertThat(reply.invitesToWait()).isTrue();
    }

    @Test
    void whoeverIsToLeaveDoesNotWait() {
        assertThat(ExchangeReply.of(array(number(0), number(1), number(0)), DEFAULT)
                        .invitesToWait())
                .isFalse();
        for (long standing : new long[] {1, 2}) {
            assertThat(ExchangeReply.of(array(number(standing), number(0), number(0)), DEFAULT)
                            .invitesToWait())
                    .isFalse();
        }
    }

    @Test
    void positionsOfRefusedResultsStandBeforeTheTasks() {
        RedisReply values = array(text("{\"x\":1}"), NONE, text("1500"), text("2"));
        ExchangeReply reply = ExchangeReply.of(
                array(number(0), number(0), number(2), number(1), number(4), text("a"), number(12), values), DEFAULT);

        assertThat(reply.refused()).containsExactlyInAnyOrder(1, 4);
        assertThat(reply.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.key()).isEqualTo("a");
            assertThat(taken.attempt()).isEqualTo(12);
            assertThat(taken.isReturned()).isFalse();
            assertThat(taken.decode(STORED)).satisfies(task -> {
                assertThat(task.xs()).isEqualTo(Map.of("x", 1L));
                assertThat(task.seed()).isEmpty();
                assertThat(task.timeout().orElseThrow().toMillis()).isEqualTo(1500);
                assertThat(task.retries()).isEqualTo(2);
            });
        });
    }

    @Test
    void aFeedLearnsWhichTasksWereReturned() {
        ReadFields fields = ReadFields.of(List.of(TaskField.XS)).withReturned();
        ExchangeReply reply = ExchangeReply.of(
                array(
                        number(0),
                        number(0),
                        number(0),
                        text("a"),
                        number(1),
                        array(text("{}"), text("1")),
                        text("b"),
                        number(2),
                        array(text("{"), NONE)),
                fields);

        assertThat(reply.taken()).extracting(TakenTask::isReturned).containsExactly(true, false);
        assertThatThrownBy(() -> reply.taken().get(1).decode(STORED))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("task b");
    }
}
