package io.rush.core.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script as Redis runs it: fragments included, comments removed. Immutable. */
final class LoadedScript {
    private static final Map<Script, LoadedScript> LOADED = new ConcurrentHashMap<>();
    private static final Pattern INCLUDE = Pattern.compile("^--@include (\\w+)$", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^\\s*--.*\\R", Pattern.MULTILINE);

    private final byte[] source;
    private final byte[] sha;

    private LoadedScript(Script script) {
        String text = read(script.name().toLowerCase(Locale.ROOT));
        this.source = COMMENT.matcher(text).replaceAll("").getBytes(UTF_8);
        this.sha = HexFormat.of().formatHex(sha1(source)).getBytes(UTF_8);
    }

    /** The script, read at the first call. */
    static LoadedScript of(Script script) {
        return LOADED.computeIfAbsent(script, LoadedScript::new);
    }

    byte[] source() {
        return source;
    }

    /** The SHA-1 of the source in hexadecimal. */
    byte[] sha() {
        return sha;
    }

    private static String read(String path) {
        try (InputStream file = LoadedScript.class.getResourceAsStream(path + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("the script " + path + ".lua is missing in the artifact rush-core");
            }
            return INCLUDE.matcher(new String(file.readAllBytes(), UTF_8))
                    .replaceAll(match -> Matcher.quoteReplacement(read("fragment/" + match.group(1))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha1(byte[] source) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(source);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
