package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/** A setting, an argument or a missing artifact; thrown before anything is written. */
public final class ConfigurationException extends RushException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
