package io.rush.core.address;

import io.rush.core.address.UrlScheme.Kind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may stand behind the question mark, and in which URLs. */
enum UrlParameter {
    CONNECT_TIMEOUT("connectTimeout", Scope.EVERYWHERE),
    COMMAND_TIMEOUT("commandTimeout", Scope.EVERYWHERE),
    MAX_CONNECTIONS("maxConnections", Scope.EVERYWHERE),
    DATABASE("database", Scope.SOCKET),
    MASTER("master", Scope.SENTINEL),
    SENTINEL_USER("sentinelUser", Scope.SENTINEL),
    SENTINEL_PASSWORD("sentinelPassword", Scope.SENTINEL),
    TRUST_STORE("trustStore", Scope.TLS),
    TRUST_STORE_PASSWORD("trustStorePassword", Scope.TLS),
    KEY_STORE("keyStore", Scope.TLS),
    KEY_STORE_PASSWORD("keyStorePassword", Scope.TLS),
    VERIFY_HOST("verifyHost", Scope.TLS);

    /** The URLs in which parameters mean something, and what to do in others. */
    private enum Scope {
        EVERYWHERE(""),
        SOCKET("belongs to unix://; write the database behind the host, as in redis://host/3"),
        SENTINEL("belongs to redis-sentinel://; leave it out, or begin with that"),
        TLS("needs TLS; leave it out, or begin with rediss://, rediss-sentinel:// or rediss-cluster://");

        private final String mend;

        Scope(String mend) {
            this.mend = mend;
        }

        boolean holds(UrlScheme scheme) {
            return switch (this) {
                case EVERYWHERE -> true;
                case SOCKET -> scheme.kind() == Kind.SOCKET;
                case SENTINEL -> scheme.kind() == Kind.SENTINEL;
                case TLS -> scheme.isTls();
            };
        }
    }

    private final String text;
    private final Scope scope;

    UrlParameter(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    static Optional<UrlParameter> named(String name) {
        return Stream.of(values())
                .filter(parameter -> parameter.text.equals(name))
                .findFirst();
    }

    /** Those that mean something in a URL. */
    static String knownIn(UrlScheme scheme) {
        return Stream.of(values())
                .filter(parameter -> parameter.scope.holds(scheme))
                .map(parameter -> parameter.text)
                .collect(Collectors.joining(", "));
    }

    void requireFitting(UrlScheme scheme) {
        BadUrl.require(scope.holds(scheme), this + " " + scope.mend);
    }

    /** As messages call it. */
    @Override
    public String toString() {
        return "the parameter '" + text + "'";
    }
}
