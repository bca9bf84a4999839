package io.rush.core.address;

import io.rush.api.store.TlsSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the settings of TLS from a URL's parameters. */
final class UrlTls {
    private UrlTls() {}

    static TlsSettings of(UrlParameters parameters) {
        TlsSettings.Builder builder = TlsSettings.builder();
        Optional<String> trustPassword = parameters.text(UrlParameter.TRUST_STORE_PASSWORD);
        Optional<Path> trust = file(parameters, UrlParameter.TRUST_STORE, trustPassword);
        trust.ifPresent(file ->
                trustPassword.ifPresentOrElse(password -> builder.trust(file, password), () -> builder.trust(file)));
        Optional<String> keyPassword = parameters.text(UrlParameter.KEY_STORE_PASSWORD);
        Optional<Path> key = file(parameters, UrlParameter.KEY_STORE, keyPassword);
        key.ifPresent(
                file -> keyPassword.ifPresentOrElse(password -> builder.key(file, password), () -> builder.key(file)));
        parameters.flag(UrlParameter.VERIFY_HOST).ifPresent(builder::verifyHostName);
        return builder.build();
    }

    private static Optional<Path> file(UrlParameters parameters, UrlParameter parameter, Optional<String> password) {
        Optional<Path> file = parameters.file(parameter);
        BadUrl.require(
                file.isPresent() || password.isEmpty(),
                parameter + " is missing, but its password is given; give both, or leave out both");
        return file;
    }
}
