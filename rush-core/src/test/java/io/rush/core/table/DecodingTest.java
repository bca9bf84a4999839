package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    private static final String SEED = "[10407,1,2,3,4,5,6]";

    @Test
    void everyKindOfValueKeepsItsType() {
        TaskRow row = Archive.ofInputs("{'d':1.0,'l':1,'i':{'$int':'123456789012345678901'},'c':{'$dec':'5.00'},"
                        + "'s':'text','b':true,'t':{'$instant':'2026-01-01T00:00:00Z'},'a':[1,2.0,null],"
                        + "'m':{'k':'v'},'nan':NaN,'inf':-Infinity}")
                .table()
                .row(0);

        assertThat(row.xs())
                .containsEntry("d", 1.0)
                .containsEntry("l", 1L)
                .containsEntry("i", new BigInteger("123456789012345678901"))
                .containsEntry("c", new BigDecimal("5.00"))
                .containsEntry("s", "text")
                .containsEntry("b", true)
                .containsEntry("t", Instant.parse("2026-01-01T00:00:00Z"))
                .containsEntry("a", Arrays.asList(1L, 2.0, null))
                .containsEntry("m", Map.of("k", "v"))
                .containsEntry("nan", Double.NaN)
                .containsEntry("inf", Double.NEGATIVE_INFINITY)
                .hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.5", "'text'", "null", "'\\u00fc'", "[7]"})
    void aRowMayHaveAnyNumberOfValues(String value) {
        String inputs =
                IntStream.range(0, 200).mapToObj(i -> "'x" + i + "':" + value).collect(Collectors.joining(","));

        TaskRow row = Archive.ofInputs("{" + inputs + "}").table().row(0);

        assertThat(row.xs()).hasSize(200);
        assertThat(row.xs().values()).containsOnly(row.xs().get("x0"));
    }

    @Test
    void longsAndDoublesAreExactToTheLastBit() {
        Archive archive = Archive.ofInputs("{'x':9223372036854775807}", "{'x':-0.0}", "{'x':4.9E-324}");

        assertThat(archive.table().column("x").toList().stream().map(cell -> cell.orElseThrow()))
                .containsExactly(Long.MAX_VALUE, -0.0, Double.MIN_VALUE);
    }

    @Test
    void namedFieldsAreKeptApart() {
        Archive archive = new Archive();
        archive.add(Map.of(
                TaskField.XS, "{'a':1}",
                TaskField.YS, "{'b':2}",
                TaskField.XS_EXTRA, "{'c':3}",
                TaskField.YS_EXTRA, "{'d':null}"));
        TaskRow row = archive.table().row(0);

        assertThat(row.xs()).isEqualTo(Map.of("a", 1L));
        assertThat(row.ys()).isEqualTo(Map.of("b", 2L));
        assertThat(row.xsExtra()).isEqualTo(Map.of("c", 3L));
        assertThat(row.ysExtra()).containsOnlyKeys("d").containsEntry("d", null);
    }

    @Test
    void bookkeepingIsShownInRowAndColumns() {
        TaskRow row = bookkept().table().row(0);

        Condition condition = Condition.of(FailureCause.TIMEOUT, "too slow");
        assertThat(row.workerId()).contains("w1");
        assertThat(row.condition()).contains(condition);
        assertThat(row.seed()).contains(Seed.of(10407, 1, 2, 3, 4, 5, 6));
        assertThat(row.timeout()).contains(Duration.ofMillis(1501));
        assertThat(row.maxRetries()).hasValue(3);
        assertThat(row.retries()).isEqualTo(2);
        assertThat(row.toMap())
                .containsEntry("worker_id", "w1")
                .containsEntry("condition", condition)
                .containsEntry("timeout", 1.501)
                .containsEntry("max_retries", 3L)
                .containsEntry("n_retries", 2L);
    }

    @Test
    void fieldsThatWereNotAskedForAreEmpty() {
        TaskRow row = bookkept().table(EnumSet.of(TaskField.YS)).row(0);

        assertThat(row.xs()).isEmpty();
        assertThat(row.workerId()).isEmpty();
        assertThat(row.condition()).isEmpty();
        assertThat(row.seed()).isEmpty();
        assertThat(row.timeout()).isEmpty();
        assertThat(row.maxRetries()).isEmpty();
        assertThat(row.retries()).isZero();
        assertThat(row.toMap()).containsOnlyKeys("keys", "state");
    }

    @Test
    void namesAndKindsOfValuesMayChangeFromRowToRow() {
        Archive archive = Archive.ofInputs(
                "{'x':1,'y':2.5}",
                "{'y':3.5,'x':4}",
                "{'x':'text','z':true}",
                "{ 'x' : [1] , 'y' : NaN }",
                "{'x':5,'y':6.5,'ä':7}",
                "{}",
                "{'x':null,'y':8}");

        assertThat(archive.table().rows().subList(0, 6).stream().map(TaskRow::xs))
                .isEqualTo(List.of(
                        Map.of("x", 1L, "y", 2.5),
                        Map.of("y", 3.5, "x", 4L),
                        Map.of("x", "text", "z", true),
                        Map.of("x", List.of(1L), "y", Double.NaN),
                        Map.of("x", 5L, "y", 6.5, "ä", 7L),
                        Map.of()));
        assertThat(archive.table().row(6).xs()).containsEntry("x", null).containsEntry("y", 8L);
        assertThat(archive.table().columnNames()).containsExactly("keys", "state", "x", "y", "z", "ä");
    }

    @Test
    void aRowThatIsDamagedAfterSoundMembersLeavesNothingBehind() {
        Archive archive = Archive.ofInputs("{'x':1,'y':1.5}", "{'x':2,'y':2.5,'z':}", "{'x':3,'y':3.5,'x':4}");
        archive.add(Map.of(TaskField.XS, "{'x':5,'y':5.5}", TaskField.YS, "{'v':1"));
        archive.add(Map.of(TaskField.XS, "{'x':6,'y':6.5}", TaskField.YS, "{'v':{'k':1}}"));

        assertThat(archive.table().longs("x")).containsExactly(1, 6);
        assertThat(archive.table().doubles("y")).containsExactly(1.5, 6.5);
        assertThat(archive.table().columnNames()).containsExactly("keys", "state", "x", "y", "v");
        assertThat(archive.table().row(1).ys()).isEqualTo(Map.of("v", Map.of("k", 1L)));
    }

    @Test
    void missingAndDamagedHashesSayWhyTheyAreDropped() {
        Archive archive = new Archive();

        assertThat(archive.add(Map.of())).contains("its hash is missing");
        assertThat(archive.add(Map.of(TaskField.XS, "{'x':"))).get().asString().startsWith("its hash is damaged: xs");
        assertThat(archive.add(Map.of(TaskField.XS, "{'x':1,'x':2}")))
                .get()
                .asString()
                .contains("occurs twice");
        assertThat(archive.add(Map.of(TaskField.N_RETRIES, "3000000000")))
                .contains("its hash is damaged: n_retries: must be an integer");
    }

    @Test
    void aFullChunkTakesNoMore() {
        ChunkBuilder builder = new ChunkBuilder();
        TaskBody body = new TaskBody("t", Map.of(TaskField.XS, Archive.json("{'x':1}")));
        for (int i = 0; i < Chunk.CAPACITY; i++) {
            builder.append(body);
        }

        assertThat(builder.isFull()).isTrue();
        assertThatThrownBy(() -> builder.append(body)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void weightGrowsWithWhatIsHeld() {
        Archive small = Archive.ofInputs("{'s':'x'}");
        Archive large = Archive.ofInputs("{'s':'" + "x".repeat(10_000) + "'}");

        assertThat(large.chunk(0).weightInBytes() - small.chunk(0).weightInBytes())
                .isBetween(9_999L, 10_100L);
    }

    private static Archive bookkept() {
        Archive archive = new Archive();
        archive.add(Map.of(
                TaskField.XS, "{'x':1}",
                TaskField.WORKER_ID, "w1",
                TaskField.CONDITION, "{'cause':'timeout','message':'too slow'}",
                TaskField.SEED, SEED,
                TaskField.TIMEOUT, "1501",
                TaskField.MAX_RETRIES, "3",
                TaskField.N_RETRIES, "2"));
        return archive;
    }

    @Test
    void bookkeepingColumnsFollowTheNamedOnesInTheirOwnOrder() {
        assertThat(bookkept().table().columnNames())
                .isEqualTo(List.of(
                        "keys", "state", "x", "worker_id", "condition", "seed", "timeout", "max_retries", "n_retries"));
    }
}
