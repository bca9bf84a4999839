package io.rush.api.store;

import java.util.Optional;

/**
 * What a server asks for. Immutable; {@link #toString()} shows neither user nor password.
 *
 * @param user the ACL user; empty for the default user
 * @param password may be empty, for a user that has none
 */
public record Credentials(Optional<String> user, String password) {
    /** The password of the default user. */
    public static Credentials ofPassword(String password) {
        return new Credentials(Optional.empty(), password);
    }

    /** An ACL user with a password. */
    public static Credentials of(String user, String password) {
        return new Credentials(Optional.of(user), password);
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
