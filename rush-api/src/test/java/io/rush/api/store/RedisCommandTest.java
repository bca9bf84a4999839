package io.rush.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisCommandTest {
    @ParameterizedTest
    @CsvSource({
        "GET k,                                     k",
        "set k v,                                   k",
        "HMGET k f g,                               k",
        "BLPOP k 1,                                 k",
        "XTRIM k MAXLEN 0,                          k",
        "XREAD COUNT 5 BLOCK 9 STREAMS k 0-0,       k",
        "xread streams k l 0-0 0-0,                 k",
        "EVALSHA abc 1 k streams,                   k",
        "EVAL return 2 k l,                         k",
        "FCALL f 1 k,                               k",
        "ZMPOP 1 k MIN,                             k",
        "BLMPOP 0 1 k LEFT,                         k",
        "OBJECT ENCODING k,                         k",
        "MEMORY USAGE k,                            k",
    })
    void isRoutedByItsFirstKey(String line, String key) {
        assertThat(keyOf(line)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING",
                "ECHO k",
                "INFO server",
                "TIME",
                "SCRIPT LOAD x",
                "CONFIG GET save",
                "PUBLISH channel k",
                "EVAL return 0 k",
                "EVALSHA abc",
                "XREAD",
                "GET",
                "ROLE",
            })
    void withoutAKeyAnyNodeCanAnswer(String line) {
        assertThat(keyOf(line)).isEmpty();
    }

    private static Optional<String> keyOf(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        RedisCommand command =
                RedisCommand.of(words.get(0), words.subList(1, words.size()).toArray(String[]::new));
        return command.key().map(key -> new String(key, UTF_8));
    }
}
