package io.rush.bench.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rush.api.store.RedisCommand;
import java.util.List;

/**
 * A call of a script as client libraries want it.
 *
 * @param hash of the script
 * @param keys its keys
 * @param arguments what follows them
 */
public record ScriptCall(String hash, List<byte[]> keys, List<byte[]> arguments) {
    private static final int KEYS_START = 2;

    /** Takes an {@code EVALSHA} apart that rush sent. */
    public static ScriptCall of(RedisCommand evalsha) {
        List<byte[]> words = evalsha.arguments();
        int keysEnd = KEYS_START + Integer.parseInt(text(words.get(1)));
        return new ScriptCall(
                text(words.get(0)), words.subList(KEYS_START, keysEnd), words.subList(keysEnd, words.size()));
    }

    private static String text(byte[] word) {
        return new String(word, US_ASCII);
    }
}
