package io.rush.core.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a server.
 *
 * @param info what it says of itself
 * @param config its settings, as far as they may be read
 * @param unread what may not be read, with the words of the server
 * @param skew how far its clock is ahead of that of this machine, at least; negative if it is behind
 * @param rights what its user may do
 * @param limitBytes what rush stores as one value at most
 */
record ServerFacts(Named info, Named config, List<Unread> unread, Duration skew, Rights rights, long limitBytes) {
    /**
     * Something that may not be read.
     *
     * @param command how it would be read
     * @param answer what the server said to it
     */
    record Unread(String command, String answer) {}

    /**
     * What the user of the connection may do.
     *
     * @param refused commands that are refused
     * @param failure why nothing is known of that, in the words of the server
     */
    record Rights(List<String> refused, Optional<String> failure) {}
}
