package io.rush.core.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Text in which bytes may stand as two hex digits behind a percent sign. */
final class PercentText {
    private static final int HEX = 16;

    private PercentText() {}

    /** {@link java.net.URLDecoder} would turn a plus into a space. */
    static String decode(String encoded, String place) {
        byte[] bytes = encoded.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(byteAt(bytes, i, place));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(UTF_8);
    }

    private static int byteAt(byte[] bytes, int percent, String place) {
        boolean whole = percent + 2 < bytes.length;
        int high = whole ? Character.digit(bytes[percent + 1], HEX) : -1;
        int low = whole ? Character.digit(bytes[percent + 2], HEX) : -1;
        BadUrl.require(high >= 0 && low >= 0, "a '%' in " + place + " needs two hex digits; '%' itself is written %25");
        return high * HEX + low;
    }
}
