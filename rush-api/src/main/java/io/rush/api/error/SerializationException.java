package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/** A value outside the value model, or stored text that cannot be read back. Nothing was written. */
public final class SerializationException extends RushException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public SerializationException(String path, String message) {
        this(path, message, null);
    }

    public SerializationException(String path, String message, @Nullable Throwable cause) {
        super(path + ": " + message, cause);
        this.path = path;
    }

    /** Where the value stands, for example {@code xs[3].layers[0].units}. */
    public String path() {
        return path;
    }
}
