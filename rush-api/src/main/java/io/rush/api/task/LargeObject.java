package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.util.regex.Pattern;

/**
 * A reference to a value that lies in the large-object directory instead of Redis (manual, {@code store_large_object}).
 * It is a value of the value model itself, so it may stand in inputs, outputs, extras, constants and globals. Made by
 * {@code Rush.storeLargeObject}, resolved by {@code loadLargeObject} of a handle or {@link TaskContext}.
 *
 * @param file place of the file within the network's part of the directory
 * @param bytes size of the file
 * @param sha256 checksum of the file, in hexadecimal
 */
public record LargeObject(String file, long bytes, String sha256) {
    private static final Pattern FILE = Pattern.compile("[a-z]{1,16}/[0-9a-f]{64}\\.(?:json|bin)");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws ConfigurationException if these are not what rush writes, such as a file that leads out of the directory */
    public LargeObject {
        if (!FILE.matcher(file).matches()
                || bytes < 0
                || !SHA_256.matcher(sha256).matches()) {
            throw new ConfigurationException("no reference to a large object: file '" + file + "' of " + bytes
                    + " bytes with checksum '" + sha256 + "'; take it from storeLargeObject as it is");
        }
    }
}
