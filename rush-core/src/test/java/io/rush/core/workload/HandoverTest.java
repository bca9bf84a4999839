package io.rush.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import io.rush.api.log.LogSettings;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.LargeObjectSettings;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private static final JsonValues CODEC = new JsonValues();

    @Test
    void itReturnsAsItWent() {
        Handover handover = handover(Optional.of(Path.of("/shared/rush")));

        assertThat(Handover.decode(handover.encode(CODEC), CODEC)).isEqualTo(handover);
    }

    @Test
    void withoutALargeObjectDirectoryTooItReturnsAsItWent() {
        Handover handover = handover(Optional.empty());

        assertThat(Handover.decode(handover.encode(CODEC), CODEC)).isEqualTo(handover);
    }

    /** The child may work in another directory. */
    @Test
    void aDirectoryTravelsAsAnAbsolutePath() {
        Handover handover = handover(Optional.of(Path.of("shared")));

        assertThat(Handover.decode(handover.encode(CODEC), CODEC).largeObjects().directory())
                .contains(Path.of("shared").toAbsolutePath());
    }

    @Test
    void whatIsNoHandoverIsRefusedByName() {
        byte[] other = "{\"network\":\"n\",\"worker\":\"w\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Handover.decode(other, CODEC))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("function")
                .hasMessageContaining("handed over");
    }

    private static Handover handover(Optional<Path> directory) {
        return new Handover(
                "net",
                "w1",
                "com.example.Branin",
                Map.of("offset", 1.5),
                Map.of("steps", List.of(1L, 2L)),
                new LogSettings(Map.of("com.example", Level.DEBUG), 7),
                new LargeObjectSettings(directory, 1_000));
    }
}
