package io.rush.core.codec;

/**
 * The names that mark a JSON object as one value that JSON has no literal for: {@code {"$int":"5"}}.
 *
 * <p>A name of the user that begins with the same sign gets one more in front on the wire, so that it is never taken for
 * a marker.
 */
final class Markers {
    static final String INTEGER = "$int";
    static final String DECIMAL = "$dec";
    static final String INSTANT = "$instant";
    static final String BYTES = "$bytes";
    static final String LARGE = "$large";

    private static final String SIGN = "$";
    private static final String ESCAPED = "$$";

    private Markers() {}

    static String escape(String name) {
        return name.startsWith(SIGN) ? SIGN + name : name;
    }

    static String unescape(String wireName) {
        return wireName.startsWith(ESCAPED) ? wireName.substring(SIGN.length()) : wireName;
    }

    static boolean isMarker(String wireName) {
        return wireName.startsWith(SIGN) && !wireName.startsWith(ESCAPED);
    }
}
