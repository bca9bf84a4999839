package io.rush.api.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A file with certificates or a key: PEM, PKCS12 or JKS, told by its content. Shows its path, never its password. */
record KeyFile(Path path, Optional<String> password) {
    /** Reads what a file holds. */
    private interface Reading<T> {
        T of(KeyStore store) throws GeneralSecurityException;
    }

    TrustManagerFactory trustManagers() {
        return read(store -> {
            require(holds(store, false), "holds no certificate to trust; if it has a password, give it");
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        });
    }

    KeyManagerFactory keyManagers() {
        return read(store -> {
            require(holds(store, true), "holds no private key with its certificate; put both into this one file");
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password.orElse("").toCharArray());
            return factory;
        });
    }

    private static boolean holds(KeyStore store, boolean key) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (key ? store.isKeyEntry(alias) : store.getCertificate(alias) != null) {
                return true;
            }
        }
        return false;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.of(load());
        } catch (NoSuchFileException missing) {
            throw refusal("does not exist; check its path", missing);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw refusal("cannot be read as PEM, PKCS12 or JKS; check its content and its password", unreadable);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(path);
        String text = new String(content, ISO_8859_1);
        return text.contains("-----BEGIN ")
                ? new PemText(text, this).keyStore()
                : KeyStore.getInstance(path.toFile(), secret());
    }

    private char @Nullable [] secret() {
        return password.map(String::toCharArray).orElse(null);
    }

    void require(boolean condition, String problem) {
        if (!condition) {
            throw refusal(problem, null);
        }
    }

    ConfigurationException refusal(String problem, @Nullable Throwable cause) {
        return new ConfigurationException("the TLS file " + path + " " + problem, cause);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
