package io.rush.core.address;

import io.rush.api.store.Credentials;
import java.util.Optional;

/** Reads user and password in front of a host. */
final class UrlCredentials {
    private static final String PLACE = "the credentials";

    private UrlCredentials() {}

    /** A user without a password is a thing Redis knows (nopass); nobody at all is not. */
    static Optional<Credentials> parse(String userInfo) {
        int colon = userInfo.indexOf(':');
        BadUrl.require(
                colon >= 0 || userInfo.isEmpty(),
                "a password stands behind a colon, as in redis://user:password@host or redis://:password@host");
        if (userInfo.isEmpty() || userInfo.equals(":")) {
            return Optional.empty();
        }
        String user = PercentText.decode(userInfo.substring(0, colon), PLACE);
        String password = PercentText.decode(userInfo.substring(colon + 1), PLACE);
        return Optional.of(user.isEmpty() ? Credentials.ofPassword(password) : Credentials.of(user, password));
    }
}
