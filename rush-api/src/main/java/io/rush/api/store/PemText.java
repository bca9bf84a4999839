package io.rush.api.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The blocks of a PEM file as a key store in memory: each certificate, and the key with all of them as its chain. */
final class PemText {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private final KeyFile file;
    private final List<Certificate> certificates = new ArrayList<>();
    private Optional<PrivateKey> key = Optional.empty();

    PemText(String text, KeyFile file) throws IOException, GeneralSecurityException {
        this.file = file;
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            read(blocks.group(1), Base64.getMimeDecoder().decode(blocks.group(2)));
        }
    }

    private void read(String label, byte[] content) throws IOException, GeneralSecurityException {
        switch (label) {
            case "CERTIFICATE" -> certificates.add(certificate(content));
            case "PRIVATE KEY" -> key = Optional.of(key(new PKCS8EncodedKeySpec(content)));
            case "ENCRYPTED PRIVATE KEY" -> key = Optional.of(key(decrypted(new EncryptedPrivateKeyInfo(content))));
            default ->
                file.require(
                        !label.endsWith("PRIVATE KEY"),
                        "holds a key as '" + label + "'; convert it with openssl pkcs8 -topk8");
        }
    }

    private static Certificate certificate(byte[] content) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
    }

    private PKCS8EncodedKeySpec decrypted(EncryptedPrivateKeyInfo info) throws GeneralSecurityException {
        file.require(file.password().isPresent(), "holds an encrypted key; give its password");
        // Of the newer schemes only the parameters' text is a name that a factory knows.
        String named = info.getAlgName();
        String scheme =
                named.startsWith("PBEWith") ? named : info.getAlgParameters().toString();
        PBEKeySpec password = new PBEKeySpec(file.password().orElse("").toCharArray());
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(scheme).generateSecret(password),
                info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        InvalidKeySpecException unknown = new InvalidKeySpecException("no key of one of " + ALGORITHMS);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException other) {
                unknown.addSuppressed(other);
            }
        }
        throw unknown;
    }

    KeyStore keyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("certificate-" + store.size(), certificate);
        }
        if (key.isPresent() && !certificates.isEmpty()) {
            char[] password = file.password().orElse("").toCharArray();
            store.setKeyEntry("key", key.get(), password, certificates.toArray(Certificate[]::new));
        }
        return store;
    }
}
