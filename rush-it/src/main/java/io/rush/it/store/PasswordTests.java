package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.StoreConfig;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A password without a user: that of the server. */
abstract class PasswordTests extends StoreTests {
    private static final Credentials RIGHT = Credentials.ofPassword("kit-password");
    private static final Credentials WRONG = Credentials.ofPassword("wrong-secret");

    PasswordTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aPasswordWithoutAUserIsThatOfTheServer() throws Exception {
        whileGuarded(() -> assertThat(
                        send(open(config().credentials(RIGHT)), "ACL WHOAMI").asText())
                .isEqualTo("default"));
    }

    @Test
    final void aMissingPasswordIsFinalAndInTheWordsOfRedis() throws Exception {
        whileGuarded(() -> assertRefused(anonymous(), "NOAUTH"));
    }

    @Test
    final void aWrongPasswordOfAServerIsFinalAndNeverShown() throws Exception {
        whileGuarded(() -> assertRefused(config().credentials(WRONG), "WRONGPASS"));
    }

    private StoreException assertRefused(StoreConfig.Builder config, String words) {
        StoreException refusal = failureOf(() -> open(config));
        assertFinal(refusal);
        assertThat(refusal)
                .hasMessageContaining(words)
                .hasMessageContaining(config.build().servers().get(0).toString());
        assertThat(Printed.of(refusal)).doesNotContain("wrong-secret");
        return refusal;
    }

    private StoreConfig.Builder anonymous() {
        StoreConfig config = config().build();
        StoreConfig.Builder anonymous = StoreConfig.builder().servers(config.servers());
        config.tls().ifPresent(anonymous::tls);
        return anonymous;
    }

    private void whileGuarded(Callable<?> test) throws Exception {
        boolean wasOn = admin("ACL LIST").asList().stream()
                .anyMatch(user -> user.asText().startsWith("user default on"));
        admin("ACL SETUSER default ~* &* +@all on resetpass >kit-password");
        try {
            test.call();
        } finally {
            admin("ACL SETUSER default nopass " + (wasOn ? "on" : "off"));
        }
    }
}
