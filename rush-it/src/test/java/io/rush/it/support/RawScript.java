package io.rush.it.support;

import io.rush.api.store.RedisCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts that only the process of a worker sends, for tests to send themselves. */
public final class RawScript {
    private static final Path SCRIPTS = Path.of("../rush-core/src/main/resources/io/rush/core/script");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^--@include (\\w+)$");

    private RawScript() {}

    /** The call of a script on a network. */
    public static RedisCommand call(String name, TestNetwork network, String... arguments) {
        List<String> all = new ArrayList<>(List.of(read(name), "1", network.key("")));
        all.addAll(List.of(arguments));
        return RedisCommand.of("EVAL", all.toArray(String[]::new));
    }

    private static String read(String name) {
        try {
            return INCLUDE.matcher(Files.readString(SCRIPTS.resolve(name + ".lua")))
                    .replaceAll(match -> Matcher.quoteReplacement(read("fragment/" + match.group(1))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
