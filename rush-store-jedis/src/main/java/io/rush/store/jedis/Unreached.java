package io.rush.store.jedis;

import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import redis.clients.jedis.exceptions.JedisException;

/** Why no connection came about, and what to do. */
final class Unreached {
    /** A server that asks for a certificate hangs up on who shows none, and not always with a word. */
    private static final String MENDS_OF_TLS =
            ", that it speaks TLS there, and whether it asks for a certificate (keyStore)";

    private Unreached() {}

    /** Whether it stays so until somebody changes a setting. */
    static boolean isForGood(JedisException cause) {
        return Causes.contains(cause, CertificateException.class);
    }

    static String reason(JedisException cause, boolean tls) {
        String detail = Causes.deepest(cause);
        if (Causes.contains(cause, UnknownHostException.class)) {
            return "the host is unknown; check its name";
        }
        if (StoreFailures.isTimeout(cause)) {
            return "no answer in time; check host, port and firewall";
        }
        if (Causes.contains(cause, CertificateException.class)) {
            return detail + mendOfCertificate(detail);
        }
        return detail + "; start the server, or check host and port" + (tls ? MENDS_OF_TLS : "");
    }

    private static String mendOfCertificate(String detail) {
        boolean otherHost = detail.contains("subject alternative") || detail.contains("No name matching");
        return otherHost
                ? "; the server's certificate is for other hosts: use one of them, or verifyHost=false"
                : "; the server's certificate is not trusted: name its authority's by trustStore";
    }
}
