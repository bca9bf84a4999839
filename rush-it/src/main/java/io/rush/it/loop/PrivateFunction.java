package io.rush.it.loop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rush.it.loop.fixture.Echo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Loads a function that no other JVM has: {@link Echo} under another name. */
final class PrivateFunction extends ClassLoader {
    /** The name of the function. */
    static final String NAME = "io.rush.it.loop.private.Echo";

    private static final String FILE = NAME.replace('.', '/');
    private static final String ORIGINAL = Echo.class.getName().replace('.', '/');

    PrivateFunction(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(NAME)) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = renamed();
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Names in class files are preceded by their lengths, so this one must be as long. */
    private static byte[] renamed() {
        try (InputStream file = Echo.class.getResourceAsStream("Echo.class")) {
            String content =
                    new String(Objects.requireNonNull(file, "Echo.class").readAllBytes(), ISO_8859_1);
            return content.replace(ORIGINAL, FILE).getBytes(ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
