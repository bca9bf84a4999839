package io.rush.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A key pair with a certificate that it signed itself, made by the JDK's keytool, in the forms that servers and clients
 * want.
 *
 * @param keyStore PKCS12 with the key, opened by {@link #PASSWORD}
 * @param certificate the certificate as PEM
 * @param key the key as PEM, without a password
 */
public record Certificates(Path keyStore, Path certificate, Path key) {
    /** Opens {@link #keyStore()}. */
    public static final String PASSWORD = "password-of-the-tests";

    private static final String ALIAS = "rush";

    /**
     * Makes a pair.
     *
     * @param names for whom it is, as keytool writes it, for example {@code dns:localhost,ip:127.0.0.1}
     */
    public static Certificates make(Path directory, String name, String names) {
        Path keyStore = directory.resolve(name + ".p12");
        keytool(keyStore, name, names);
        try {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(keyStore)) {
                opened.load(content, PASSWORD.toCharArray());
            }
            byte[] certificate = opened.getCertificate(ALIAS).getEncoded();
            byte[] key = opened.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
            return new Certificates(
                    keyStore,
                    pem(directory.resolve(name + ".crt"), "CERTIFICATE", certificate),
                    pem(directory.resolve(name + ".key"), "PRIVATE KEY", key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path keyStore, String name, String names) {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                program,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pem(Path file, String label, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}
