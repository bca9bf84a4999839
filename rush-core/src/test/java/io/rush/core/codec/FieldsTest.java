package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and seeds. */
class FieldsTest {
    @ParameterizedTest
    @EnumSource
    void aConditionReturnsAsItWent(FailureCause cause) {
        Condition words = Condition.of(cause, "out of\nmemory");
        Condition error = Condition.error(new IllegalStateException("bad"));

        assertThat(Conditions.decode(Conditions.encode(words))).isEqualTo(words);
        assertThat(Conditions.decode(Conditions.encode(error))).isEqualTo(error);
    }

    @Test
    void aConditionIsAReadableObject() {
        assertThat(new String(Conditions.encode(Condition.of(FailureCause.LOST, "gone")), UTF_8))
                .isEqualTo("{\"cause\":\"lost\",\"message\":\"gone\"}");
    }

    @Test
    void aConditionIsStoredWhateverItsMessageHolds() {
        Condition stored = Conditions.decode(Conditions.encode(Condition.error("half \ud800 pair")));

        assertThat(stored.message()).isEqualTo("half ? pair");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"cause\":\"error\"}",
                "{\"cause\":\"bored\",\"message\":\"x\"}",
                "{\"cause\":\"error\",\"message\":1}",
                "{\"cause\":\"error\",\"message\":\"x\",\"class\":[]}"
            })
    void aDamagedConditionIsAnError(String text) {
        assertThatThrownBy(() -> Conditions.decode(text.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("condition");
    }

    @Test
    void aSeedIsAnArrayOfSevenIntegersAndReturnsAsItWent() {
        Seed seed = Seed.of(10407, 1, -1000000, 3, -1000001, 5, 6);

        assertThat(new String(Seeds.encode(seed), UTF_8)).isEqualTo("[10407,1,-1000000,3,-1000001,5,6]");
        assertThat(Seeds.decode(Seeds.encode(seed))).isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "[10407,1,2,3,4,5]",
                "[10407,0,0,0,4,5,6]",
                "[10407,1,2,3,4,5,4294967296]",
                "[10407,1.0,2,3,4,5,6]",
                "[10407,null,2,3,4,5,6]"
            })
    void aDamagedSeedIsAnError(String text) {
        assertThatThrownBy(() -> Seeds.decode(text.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("seed");
    }
}
