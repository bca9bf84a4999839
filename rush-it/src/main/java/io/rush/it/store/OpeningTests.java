package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who opens a store, as whom, and what is said of it. */
abstract class OpeningTests extends StoreTests {
    static final Credentials WRONG = Credentials.of("kit-user", "wrong-secret");

    private static final String PASSWORD = "right:secret@wörd";
    private static final Credentials RIGHT = Credentials.of("kit-user", PASSWORD);

    OpeningTests(Contract contract) {
        super(contract);
    }

    @Test
    final void theUserIsTheOneOfTheConfiguration() {
        adminAll("ACL SETUSER kit-user on >" + PASSWORD + " ~* &* +@all");

        RedisStore store = open(config().credentials(RIGHT));

        assertThat(send(store, "ACL WHOAMI").asText()).isEqualTo("kit-user");
        assertThat(store.sendAll(List.of(command("ACL WHOAMI"))).get(0).asText())
                .isEqualTo("kit-user");
    }

    @Test
    final void aWrongPasswordIsFinalAndNeverShown() {
        adminAll("ACL SETUSER kit-user on >" + PASSWORD + " ~* &* +@all");

        StoreException refusal = failureOf(() -> open(config().credentials(WRONG)));

        assertFinal(refusal);
        assertThat(refusal).hasMessageContaining("WRONGPASS");
        assertThat(Printed.of(refusal)).doesNotContain("wrong-secret");
    }

    @Test
    final void anUnknownUserIsFinalAndThePasswordNeverShown() {
        StoreException refusal = failureOf(() -> open(config().credentials(Credentials.of("nobody", "wrong-secret"))));

        assertFinal(refusal);
        assertThat(refusal).hasMessageContaining("WRONGPASS");
        assertThat(Printed.of(refusal)).doesNotContain("wrong-secret");
    }

    @Test
    final void aStoreShowsNoSecret() {
        adminAll("ACL SETUSER kit-user on >" + PASSWORD + " ~* &* +@all");
        RedisStore store = open(config().credentials(RIGHT));

        assertThat(store.toString()).doesNotContain(PASSWORD);
        assertThat(Printed.of(failureOf(() -> send(store, "NOSUCHCOMMAND x")))).doesNotContain(PASSWORD);
        store.close();
        assertThat(Printed.of(failureOf(() -> send(store, "PING")))).doesNotContain(PASSWORD);
    }

    @Test
    final void aUserMayHaveFewRights() {
        // A sentinel does not know some of them, and needs none.
        servers()
                .admins()
                .forEach(server ->
                        server.ask(command("ACL SETUSER kit-poor on >right-secret ~* +get +ping +cluster +role")));

        RedisStore store = open(config().credentials(Credentials.of("kit-poor", "right-secret")));

        assertThat(send(store, "GET " + key()).isNil()).isTrue();
    }
}
