package io.rush.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
    @Test
    void theLongestNameThatFitsCounts() {
        Thresholds thresholds = new Thresholds(
                Map.of("", Level.ERROR, "app", Level.INFO, "app.noise", Level.OFF, "app.model", Level.ALL));

        assertThat(thresholds.pass(Level.INFO, "app.view")).isTrue();
        assertThat(thresholds.pass(Level.DEBUG, "app.view")).isFalse();
        assertThat(thresholds.pass(Level.TRACE, "app.model.part")).isTrue();
        assertThat(thresholds.pass(Level.ERROR, "app.noise")).isFalse();
        assertThat(thresholds.pass(Level.WARNING, "application")).isFalse();
        assertThat(thresholds.pass(Level.ERROR, "application")).isTrue();
        assertThat(thresholds.pass(Level.ERROR, "")).isTrue();
    }

    @Test
    void whatNoNameFitsDoesNotPass() {
        assertThat(new Thresholds(Map.of("app", Level.ALL)).pass(Level.ERROR, "other"))
                .isFalse();
    }

    @Test
    void loggersOfRushPassFromWarningOnUnlessTheyAreNamed() {
        Thresholds root = new Thresholds(Map.of("", Level.ALL));
        Thresholds named = new Thresholds(Map.of("io.rush.core", Level.DEBUG));

        assertThat(root.pass(Level.INFO, "io.rush.core.task.Feed")).isFalse();
        assertThat(root.pass(Level.WARNING, "io.rush.core.task.Feed")).isTrue();
        assertThat(root.pass(Level.INFO, "io.rush.examples")).isTrue();
        assertThat(named.pass(Level.DEBUG, "io.rush.core.task.Feed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.clients.jedis", "io.netty.channel", "io.lettuce.core", "io.rush.logs"})
    void whatTheWritingOfALogSetsGoingNeverPasses(String logger) {
        Thresholds thresholds = new Thresholds(Map.of("", Level.ALL, logger, Level.ALL));

        assertThat(thresholds.pass(Level.ERROR, logger)).isFalse();
    }
}
