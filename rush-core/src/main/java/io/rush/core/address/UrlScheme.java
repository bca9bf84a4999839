package io.rush.core.address;

import io.rush.api.store.ServerAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a URL begins with: how its servers belong together, and whether they are reached by TLS. */
enum UrlScheme {
    REDIS("redis", Kind.ALONE, false),
    REDISS("rediss", Kind.ALONE, true),
    UNIX("unix", Kind.SOCKET, false),
    REDIS_SENTINEL("redis-sentinel", Kind.SENTINEL, false),
    REDISS_SENTINEL("rediss-sentinel", Kind.SENTINEL, true),
    REDIS_CLUSTER("redis-cluster", Kind.CLUSTER, false),
    REDISS_CLUSTER("rediss-cluster", Kind.CLUSTER, true);

    /** What the part behind the scheme means. */
    enum Kind {
        ALONE,
        SOCKET,
        SENTINEL,
        CLUSTER
    }

    static final String SEPARATOR = "://";

    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    private final String text;
    private final Kind kind;
    private final boolean tls;

    UrlScheme(String text, Kind kind, boolean tls) {
        this.text = text;
        this.kind = kind;
        this.tls = tls;
    }

    /** The scheme of a URL. */
    static UrlScheme of(String url) {
        int end = Math.max(0, url.indexOf(SEPARATOR));
        String scheme = url.substring(0, end);
        BadUrl.require(PLAUSIBLE.matcher(scheme).matches(), "it must begin with redis:// or one of " + others());
        String lower = scheme.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(candidate -> candidate.text.equals(lower))
                .findFirst()
                .orElseThrow(() ->
                        BadUrl.refusal("the scheme '" + scheme + "' is unknown; use redis:// or one of " + others()));
    }

    private static List<String> others() {
        return Stream.of(values())
                .filter(scheme -> scheme != REDIS)
                .map(scheme -> scheme.text + SEPARATOR)
                .toList();
    }

    Kind kind() {
        return kind;
    }

    boolean isTls() {
        return tls;
    }

    int defaultPort() {
        return kind == Kind.SENTINEL ? ServerAddress.DEFAULT_SENTINEL_PORT : ServerAddress.DEFAULT_PORT;
    }

    int length() {
        return text.length() + SEPARATOR.length();
    }

    /** As in a URL. */
    @Override
    public String toString() {
        return text + SEPARATOR;
    }
}
