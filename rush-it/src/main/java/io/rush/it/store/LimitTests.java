package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import org.junit.jupiter.api.Test;

/** What a provider says of itself: its name, and what it cannot do. */
abstract class LimitTests extends StoreTests {
    private final StoreContract limits;

    LimitTests(StoreContract contract) {
        super(contract);
        this.limits = contract;
    }

    @Test
    final void theNameIsOfLowerCaseLettersDigitsAndHyphens() {
        assertThat(contract.provider().name()).matches("[a-z0-9-]+");
    }

    @Test
    final void everyDeploymentIsTriedOrRefusedInWords() {
        for (Deployment deployment : Deployment.values()) {
            Object outcome = background(() -> open(deployment.example())).outcome();

            if (limits.refused().contains(deployment)) {
                assertThat(outcome).as(deployment.name()).isInstanceOf(ConfigurationException.class);
                assertThat((ConfigurationException) outcome).message().isNotBlank();
            } else {
                assertRetryable(outcome);
            }
        }
    }

    @Test
    final void whatIsNoClientOfTheLibraryIsNotAdopted() {
        StoreProvider provider = contract.provider();

        assertThat(provider.adopt("no client")).isEmpty();
    }
}
