package io.rush.api;

/**
 * Something about a Redis server that loses work, or may do so. Holds no secret.
 *
 * @param severity how much it matters
 * @param subject the setting or fact it is about, for example {@code maxmemory-policy}
 * @param found what was found
 * @param consequence why that loses work
 * @param advice what to do about it
 */
public record ServerFinding(Severity severity, String subject, String found, String consequence, String advice) {
    /** A few lines of text. */
    @Override
    public String toString() {
        return severity + " " + subject + ": " + found + "\n  Why: " + consequence + "\n  Do:  " + advice;
    }
}
