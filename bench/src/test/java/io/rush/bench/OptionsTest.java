package io.rush.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Figures;
import io.rush.bench.figure.Sizes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void withoutArgumentsAllFiguresAreMeasuredInFullSize() {
        Options options = Options.parse();

        assertThat(options.figures()).isEqualTo(Figures.all());
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.warmUp()).hasSeconds(10);
        assertThat(options.sizes()).isEqualTo(new Sizes(100_000, 1_000_000));
        assertThat(options.store()).isEqualTo("jedis");
        assertThat(options.json()).isEqualTo(Path.of("target", "end-to-end.json"));
        assertThat(options.isList()).isFalse();
    }

    @Test
    void everythingCanBeSet() {
        Options options = Options.parse(
                "--rounds 3 --warm-up 0 --tasks 10 --large 20 --store other --only push-one,heap --json a.json --list"
                        .split(" "));

        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.warmUp()).isZero();
        assertThat(options.sizes()).isEqualTo(new Sizes(10, 20));
        assertThat(options.store()).isEqualTo("other");
        assertThat(options.figures()).extracting(FigureEntry::name).containsExactly("push-one", "heap");
        assertThat(options.json()).isEqualTo(Path.of("a.json"));
        assertThat(options.isList()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--rounds, --rounds needs a value",
        "--rounds --list, --rounds needs a value",
        "--tasks 0, '--tasks needs a number of 1 or more, not 0'",
        "--warm-up -1, '--warm-up needs a number of 0 or more, not -1'",
        "--large x, '--large needs a number, not ''x'''",
        "--only pushes, no figure is called 'pushes'",
        "--speed, unknown argument --speed",
    })
    void badArgumentsAreRefusedWithAReason(String arguments, String reason) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
