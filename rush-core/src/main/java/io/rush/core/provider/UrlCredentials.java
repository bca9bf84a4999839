package io.rush.core.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.StoreConfig;
import java.io.ByteArrayOutputStream;

/** User and password as a URL holds them. {@link #toString()} shows neither. */
record UrlCredentials(String user, String password) {
    private static final int HEX = 16;

    static UrlCredentials parse(String userInfo) {
        int colon = userInfo.indexOf(':');
        RedisUrlParser.require(
                colon >= 0 || userInfo.isEmpty(),
                "a password stands behind a colon, as in redis://user:password@host or redis://:password@host");
        return colon < 0
                ? new UrlCredentials("", "")
                : new UrlCredentials(decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    void addTo(StoreConfig.Builder builder) {
        if (!user.isEmpty()) {
            builder.user(user);
        }
        // A user without a password is a thing Redis knows (nopass); nobody at all is not.
        if (!user.isEmpty() || !password.isEmpty()) {
            builder.password(password);
        }
    }

    /** {@link java.net.URLDecoder} would turn a plus into a space. */
    private static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(byteAt(bytes, i));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(UTF_8);
    }

    private static int byteAt(byte[] bytes, int percent) {
        boolean whole = percent + 2 < bytes.length;
        int high = whole ? Character.digit(bytes[percent + 1], HEX) : -1;
        int low = whole ? Character.digit(bytes[percent + 2], HEX) : -1;
        RedisUrlParser.require(
                high >= 0 && low >= 0, "a '%' in the credentials needs two hex digits; '%' itself is written %25");
        return high * HEX + low;
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
