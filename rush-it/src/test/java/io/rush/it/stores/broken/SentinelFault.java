package io.rush.it.stores.broken;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.Set;

/** What is wrong with a store behind sentinels, and the tests of their topics that must say so. */
@SuppressWarnings("ImmutableEnumChecker")
enum SentinelFault {
    NONE {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return sound.open(config);
        }
    },
    /** Asks the sentinels only when the server that it knows is gone. */
    NEVER_FOLLOWS_A_SWITCH(
            "callsReachTheNewPrimaryWhileTheFormerOneStillTakesWrites",
            "theNextCallsWorkWhenTheFormerPrimaryIsAReplica",
            "aSubscriptionGoesOnAtTheNewPrimary",
            "nobodyStaysConnectedToAFormerPrimary") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return RelayedStores.clinging(sound, config);
        }
    },
    /** Asks the sentinels only when a connection broke. */
    FOLLOWS_WHEN_CONNECTIONS_BREAK("callsReachTheNewPrimaryWhileTheFormerOneStillTakesWrites") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return RelayedStores.asking(sound, config);
        }
    },
    LISTENS_AT_THE_FORMER_PRIMARY("aSubscriptionGoesOnAtTheNewPrimary", "nobodyStaysConnectedToAFormerPrimary") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return RelayedStores.listeningElsewhere(sound.open(config), RelayedStores.clinging(sound, config));
        }
    },
    KEEPS_A_CONNECTION_TO_THE_FORMER_PRIMARY("nobodyStaysConnectedToAFormerPrimary") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return RelayedStores.withASpare(sound.open(config), RelayedStores.clinging(sound, config));
        }
    },
    CALLS_NOTHING_RETRYABLE(
            "callsAreRetryableUntilThereIsAPrimary", "callsUnderWayAtAFormerPrimaryAreRetryableOrMadeAgain") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return new OtherFailures(sound.open(config), FaultyStores::neverRetryable);
        }
    };

    private final Set<String> namedBy;

    SentinelFault(String... namedBy) {
        this.namedBy = Set.of(namedBy);
    }

    abstract RedisStore open(StoreProvider sound, StoreConfig config);

    /** Names of the tests that must fail. */
    Set<String> namedBy() {
        return namedBy;
    }
}
