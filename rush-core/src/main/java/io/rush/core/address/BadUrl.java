package io.rush.core.address;

import io.rush.api.error.ConfigurationException;

/** What is wrong with a URL, in messages that repeat nothing that might be a secret. */
final class BadUrl {
    private BadUrl() {}

    static void require(boolean condition, String problem) {
        if (!condition) {
            throw refusal(problem);
        }
    }

    static ConfigurationException refusal(String problem) {
        return new ConfigurationException("bad Redis URL: " + problem);
    }
}
