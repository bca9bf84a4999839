package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How connections are encrypted: whom to trust, and which key to show. Immutable; built by {@link #builder()}.
 * {@link #toString()} shows no secret. Files are PEM, PKCS12 or JKS, told by their content, and read anew by each method.
 */
public final class TlsSettings {
    private final Optional<KeyFile> trust;
    private final Optional<KeyFile> key;
    private final boolean verifyingHostName;

    private TlsSettings(Builder builder) {
        this.trust = builder.trust;
        this.key = builder.key;
        this.verifyingHostName = builder.verifyingHostName;
    }

    /** Trusts whom this Java trusts, shows no key, verifies the host's name. */
    public static TlsSettings defaults() {
        return builder().build();
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the server's certificate must be for the host that was asked for. */
    public boolean isVerifyingHostName() {
        return verifyingHostName;
    }

    /**
     * What decides whether a server is trusted; empty for what Java decides.
     *
     * @throws ConfigurationException if the file cannot be read; names the file, never a password
     */
    public Optional<TrustManagerFactory> trustManagers() {
        return trust.map(KeyFile::trustManagers);
    }

    /**
     * What shows the client's certificate; empty where none is shown.
     *
     * @throws ConfigurationException if the file cannot be read; names the file, never a password
     */
    public Optional<KeyManagerFactory> keyManagers() {
        return key.map(KeyFile::keyManagers);
    }

    /**
     * What makes sockets of these settings. The host's name is no part of it: whoever makes a socket asks
     * {@link #isVerifyingHostName()}.
     *
     * @throws ConfigurationException if a file cannot be read; names the file, never a password
     */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyManagers().map(KeyManagerFactory::getKeyManagers).orElse(null),
                    trustManagers().map(TrustManagerFactory::getTrustManagers).orElse(null),
                    null);
            return context;
        } catch (GeneralSecurityException unavailable) {
            throw new ConfigurationException(
                    "this Java cannot make a TLS connection: " + unavailable.getMessage(), unavailable);
        }
    }

    @Override
    public String toString() {
        return "TLS" + trust.map(file -> " trusting " + file).orElse("")
                + key.map(file -> " with the key of " + file).orElse("")
                + (verifyingHostName ? "" : " to any host name");
    }

    /** Collects the settings of {@link TlsSettings}. Not thread-safe. */
    public static final class Builder {
        private Optional<KeyFile> trust = Optional.empty();
        private Optional<KeyFile> key = Optional.empty();
        private boolean verifyingHostName = true;

        private Builder() {}

        /** The certificates to trust instead of those that Java trusts, in a file without a password. */
        public Builder trust(Path file) {
            this.trust = Optional.of(new KeyFile(file, Optional.empty()));
            return this;
        }

        /** The certificates to trust instead of those that Java trusts. */
        public Builder trust(Path file, String password) {
            this.trust = Optional.of(new KeyFile(file, Optional.of(password)));
            return this;
        }

        /** The client's private key with its chain of certificates, in one file without a password. */
        public Builder key(Path file) {
            this.key = Optional.of(new KeyFile(file, Optional.empty()));
            return this;
        }

        /** The client's private key with its chain of certificates; the password opens the file and the key. */
        public Builder key(Path file, String password) {
            this.key = Optional.of(new KeyFile(file, Optional.of(password)));
            return this;
        }

        /** Whether the server's certificate must be for the host that was asked for; true unless set. */
        public Builder verifyHostName(boolean value) {
            this.verifyingHostName = value;
            return this;
        }

        /** Makes the settings; the files are read when they are used. */
        public TlsSettings build() {
            return new TlsSettings(this);
        }
    }
}
