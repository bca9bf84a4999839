package io.rush.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSettingsTest {
    private static final String PASSWORD = "secret-of-this-test";

    /** As openssl pkcs8 writes it; Java itself cannot write such a key. */
    private static final String ENCRYPTED_KEY = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAj2/mpFi1xl4AICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMLw/zlVXf4Swr5EeNTqqwEEgZDG
            xrN0gd+yQpfetFIZU2nS/HT31lrNc5Fs+zoezpDnd9iuv5gVoDvwCjutHOUYbIa1
            VnsCNNdDe76v30sZ+gAEd1ojvFVCoEyak6nqE/m5JqVPOxhSef6YE7tLjpyMfM/N
            arL7hT+zEbqNWuF1cYtZ0/VhxJOfnty5FXxtQ8MGppETwSejOUevqTgze1rkIpE=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeFiles() throws Exception {
        keytool("p12", "PKCS12", "RSA");
        keytool("jks", "JKS", "EC");
        pem("rsa.pem", load("p12", "PKCS12"));
        pem("ec.pem", load("jks", "JKS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p12", "jks", "rsa.pem", "ec.pem"})
    void showsTheKeyAndTrustsTheCertificateOfEveryForm(String file) {
        Path path = directory.resolve(file);
        TlsSettings settings =
                TlsSettings.builder().trust(path, PASSWORD).key(path, PASSWORD).build();

        assertThat(shown(settings)).isTrue();
        assertThat(trusted(settings)).isOne();
        assertThat(settings.sslContext().getProtocol()).isEqualTo("TLS");
    }

    @Test
    void trustsEveryCertificateOfAPemFile() throws Exception {
        String text = certificate(load("p12", "PKCS12")) + "between them\n" + certificate(load("jks", "JKS"));
        Path both = Files.writeString(directory.resolve("both.pem"), text);

        assertThat(trusted(TlsSettings.builder().trust(both).build())).isEqualTo(2);
    }

    @Test
    void opensAnEncryptedKey() throws Exception {
        Path file =
                Files.writeString(directory.resolve("encrypted.pem"), ENCRYPTED_KEY + certificate(load("jks", "JKS")));

        assertThat(shown(TlsSettings.builder().key(file, PASSWORD).build())).isTrue();
        assertRefused(TlsSettings.builder().key(file).build(), "give its password");
        assertRefused(TlsSettings.builder().key(file, "wrong").build(), "check its content and its password");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Path nonsense = Files.writeString(directory.resolve("nonsense"), "nonsense");
        Path old = Files.writeString(directory.resolve("old.pem"), block("RSA PRIVATE KEY", new byte[] {1, 2, 3}));
        Path alone = Files.writeString(directory.resolve("alone.pem"), certificate(load("p12", "PKCS12")));

        assertRefused(TlsSettings.builder().key(directory.resolve("absent")).build(), "does not exist");
        assertRefused(TlsSettings.builder().key(nonsense).build(), "PEM, PKCS12 or JKS");
        assertRefused(TlsSettings.builder().key(old).build(), "openssl pkcs8");
        assertRefused(TlsSettings.builder().key(alone).build(), "no private key");
        assertRefused(TlsSettings.builder().trust(old).build(), "openssl pkcs8");
        assertRefused(
                TlsSettings.builder().key(directory.resolve("p12"), "wrong").build(), "its password");
        assertRefused(
                TlsSettings.builder().trust(directory.resolve("p12"), "wrong").build(), "its password");
    }

    @Test
    void withoutFilesJavaDecides() {
        TlsSettings settings = TlsSettings.defaults();

        assertThat(settings.keyManagers()).isEmpty();
        assertThat(settings.trustManagers()).isEmpty();
        assertThat(settings.isVerifyingHostName()).isTrue();
        assertThat(settings.sslContext().getSocketFactory()).isNotNull();
    }

    private static void assertRefused(TlsSettings settings, String reason) {
        assertThatThrownBy(settings::sslContext)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("the TLS file " + directory)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(PASSWORD);
        assertThat(settings).asString().doesNotContain(PASSWORD);
    }

    private static boolean shown(TlsSettings settings) {
        X509ExtendedKeyManager keys =
                (X509ExtendedKeyManager) settings.keyManagers().orElseThrow().getKeyManagers()[0];
        String[] types = {"RSA", "EC"};
        return Optional.ofNullable(keys.chooseClientAlias(types, null, null))
                .map(keys::getPrivateKey)
                .isPresent();
    }

    private static int trusted(TlsSettings settings) {
        return ((X509TrustManager) settings.trustManagers().orElseThrow().getTrustManagers()[0])
                .getAcceptedIssuers()
                .length;
    }

    private static void keytool(String file, String type, String algorithm) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        directory.resolve(file).toString(),
                        "-storetype",
                        type,
                        "-storepass",
                        PASSWORD,
                        "-keypass",
                        PASSWORD,
                        "-alias",
                        "me",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=me")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static KeyStore load(String file, String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream content = Files.newInputStream(directory.resolve(file))) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void pem(String file, KeyStore store) throws IOException, GeneralSecurityException {
        Key key = store.getKey("me", PASSWORD.toCharArray());
        Files.writeString(directory.resolve(file), block("PRIVATE KEY", key.getEncoded()) + certificate(store));
    }

    private static String certificate(KeyStore store) throws GeneralSecurityException {
        return block("CERTIFICATE", store.getCertificate("me").getEncoded());
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }
}
