package io.rush.it.stores.broken;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What is wrong with a store, and the tests of the contract that must say so. */
@SuppressWarnings("ImmutableEnumChecker")
enum Fault {
    NONE(store -> store),
    SWAPS_REPLIES(
            FaultyStores::swappingReplies,
            "whatAServerSaysThatBecameAReplicaIsRetryable",
            "anErrorInTheMiddleStandsInItsPlaceAndTheRestGoesOn",
            "tenThousandCommandsAreAnsweredInOrderWhicheverKeysTheyHave",
            "aPipelineLargerThanEveryBufferArrives",
            "commandsMayBeMadeWhenTheyAreAskedForByOneThread",
            "everyThreadGetsTheRepliesToItsOwnCommands",
            "moreThreadsThanConnectionsTakeTurns"),
    LOSES_NIL(
            replies(FaultyStores::emptyForNil),
            "manyMayBeBlockedAtOnce",
            "aUserMayHaveNoOtherRightsThanThoseItUses",
            "aStoreThatWasIdleMeanwhileNoticesNothing",
            "whatIsNotThereIsNil",
            "anArrayThatIsNotThereIsNil",
            "arraysMayHoldNil",
            "whatIsNotThereIsNilInAPipeline",
            "aBlockingCommandIsNilWhenItsTimeIsOver",
            "aBlockingCommandMayBlockForLongerThanOthersMayTake",
            "whatFollowsRunsWhenTheTimeIsOver",
            "aPairMayBlockForLongerThanOthersMayTake",
            "theNextCallsWorkAfterEveryConnectionWasCut",
            "theNextCallsWorkWhenTheServerIsBack",
            "aUserMayHaveFewRights"),
    TAKES_ERRORS_FOR_NIL(
            replies(FaultyStores::nilForErrors),
            "whatAServerSaysThatBecameAReplicaIsRetryable",
            "anErrorInsideAnArrayStandsInItsPlace",
            "anErrorInTheMiddleStandsInItsPlaceAndTheRestGoesOn",
            "whatFollowsMayBeRefused",
            "theFirstMayBeRefused"),
    TAKES_BYTES_FOR_TEXT(
            replies(FaultyStores::textForBytes), "everyByteSurvivesInKeysAndValues", "tenMegabytesArriveUnchanged"),
    ROUNDS_INTEGERS(replies(FaultyStores::doublesForIntegers), "integersAreWhole"),
    TAKES_EMPTY_ARRAYS_FOR_NIL(replies(FaultyStores::nilForEmptyArrays), "anEmptyArrayIsNotNil", "arraysMayHoldArrays"),
    CALLS_EVERYTHING_RETRYABLE(
            failures(FaultyStores::retryable),
            "aWrongTypeIsFinalAndInTheWordsOfRedis",
            "aScriptThatRedisDoesNotKnowIsFinalAndInTheWordsOfRedis",
            "aCommandThatRedisDoesNotKnowIsFinal",
            "theErrorOfAScriptKeepsItsWords",
            "aBlockingCommandIsRefusedInTheSameWay",
            "aChannelThatRedisForbidsIsNamedInItsWords",
            "whatFollowsIsForgottenWhenTheStoreIsClosedMeanwhile",
            "callsOfAClosedStoreAreFinal",
            "aBlockedCallEndsAtOnceAndIsFinal"),
    CALLS_NOTHING_RETRYABLE(
            failures(FaultyStores::neverRetryable),
            "whatAServerSaysThatBecameAReplicaIsRetryable",
            "whatPassesByItselfIsRetryable",
            "aCallWhoseConnectionBreaksIsRetryableOrMadeAgain",
            "aPairWhoseConnectionBreaksIsRetryableOrMadeAgain",
            "aPipelineThatBreaksInTheMiddleIsRetryableOrMadeAgain",
            "aBlockedCallEndsWithTheServerAndIsRetryable",
            "callsWithoutAServerAreRetryable",
            "subscribingAndOpeningWithoutAServerAreRetryable",
            "aCommandIsNotWaitedForForEverAndIsRetryable",
            "aPipelineIsNotWaitedForForEverAndIsRetryable",
            "aBlockingCommandIsNotWaitedForForEverAndIsRetryable",
            "aSubscriptionIsNotWaitedForForEverAndIsRetryable"),
    HIDES_THE_WORDS_OF_REDIS(
            failures(FaultyStores::withoutWords),
            "whatAServerSaysThatBecameAReplicaIsRetryable",
            "aWrongTypeIsFinalAndInTheWordsOfRedis",
            "aScriptThatRedisDoesNotKnowIsFinalAndInTheWordsOfRedis",
            "aCommandThatRedisDoesNotKnowIsFinal",
            "theErrorOfAScriptKeepsItsWords",
            "aBlockingCommandIsRefusedInTheSameWay",
            "aChannelThatRedisForbidsIsNamedInItsWords"),
    IGNORES_PATIENCE(
            FaultyStores::ignoringPatience,
            "aBlockingCommandMayBlockForLongerThanOthersMayTake",
            "aPairMayBlockForLongerThanOthersMayTake"),
    SWALLOWS_INTERRUPTS(
            FaultyStores::swallowingInterrupts,
            "whoIsInterruptedBeforehandBlocksNotAndSendsNothing",
            "anInterruptIsNoticedAtTheLatestWhenTheTimeIsOver"),
    BLOCKS_ONE_BY_ONE(FaultyStores::blockingOneByOne, "manyMayBeBlockedAtOnce"),
    HAS_ONE_CONNECTION_FOR_EVERYTHING(
            FaultyStores::onOneConnection, "manyMayBeBlockedAtOnce", "aBlockedCallHoldsUpNoOtherCommand"),
    RUNS_THE_FOLLOWER_FIRST(
            FaultyStores::runningTheFollowerFirst,
            "whatFollowsRunsOnceTheFirstWasWoken",
            "whatFollowsRunsAtOnceWhenTheFirstNeedNotBlock",
            "whatFollowsIsForgottenWhenTheStoreIsClosedMeanwhile",
            "whoIsInterruptedBeforehandSendsNeitherOfAPair"),
    FORGETS_THE_FOLLOWER(
            FaultyStores::forgettingTheFollower,
            "whatFollowsRunsWhenTheTimeIsOver",
            "aPairMayBlockForLongerThanOthersMayTake",
            "whatFollowsMayBeRefused",
            "theNextCallsWorkAfterEveryConnectionWasCut",
            "theNextCallsWorkWhenTheServerIsBack"),
    HEARS_ONLY_TEXT(FaultyStores::hearingOnlyTexts, "messagesAreBytes"),
    DELIVERS_AFTER_CLOSE(FaultyStores::deliveringLate, "nothingIsDeliveredAfterCloseHasReturned"),
    NEVER_SUBSCRIBES_AGAIN(
            store -> store, "aSubscriptionGoesOnWhenItsConnectionWasCut", "subscriptionsGoOnWhenTheServerIsBack") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return FaultyStores.subscribingOnce(sound.open(config), config);
        }
    },
    SUBSCRIBES_AGAIN_BUT_ONCE(store -> store, "subscriptionsGoOnWhenTheServerIsBack") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return SlowToRecover.givingUpAfterAnAttempt(sound, config);
        }
    },
    NOTICES_A_RESTART_LATE(SlowToRecover::noticingARestartLate, "aStoreThatWasIdleMeanwhileNoticesNothing"),
    RESTS_AFTER_A_FAILURE(SlowToRecover::restingAfterAFailure, "theNextCallsWorkWhenTheServerIsBack"),
    LEAKS_A_CONNECTION(store -> store, "noConnectionIsLeft") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            FaultyStores.forget(sound.open(config));
            return sound.open(config);
        }
    },
    LEAKS_A_THREAD(FaultyStores::leavingAThread, "noThreadIsLeft"),
    SHOWS_THE_PASSWORD(
            store -> store,
            "aWrongPasswordOfAServerIsFinalAndNeverShown",
            "aWrongPasswordIsFinalAndNeverShown",
            "anUnknownUserIsFinalAndThePasswordNeverShown") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            try {
                return sound.open(config);
            } catch (StoreException failure) {
                String password =
                        config.credentials().map(each -> each.password()).orElse("");
                throw new StoreException(
                        "opening", failure.isRetryable(), failure.getMessage() + " with " + password, failure);
            }
        }
    },
    FORGETS_THE_USER(
            store -> store,
            "aPasswordWithoutAUserIsThatOfTheServer",
            "aWrongPasswordOfAServerIsFinalAndNeverShown",
            "theUserIsTheOneOfTheConfiguration",
            "aWrongPasswordIsFinalAndNeverShown",
            "anUnknownUserIsFinalAndThePasswordNeverShown",
            "aChannelThatRedisForbidsIsNamedInItsWords",
            "failuresNameTheServer",
            "aServerThatRefusedTheCredentialsKeepsNoConnection") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return sound.open(without(config).build());
        }
    },
    FORGETS_THE_DATABASE(
            store -> store, "theDatabaseIsTheOneOfTheConfiguration", "aDatabaseThatTheServerDoesNotHaveIsFinal") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return sound.open(config.toBuilder().database(0).build());
        }
    },
    WAITS_FOR_EVER(
            store -> store,
            "aCommandIsNotWaitedForForEverAndIsRetryable",
            "aPipelineIsNotWaitedForForEverAndIsRetryable",
            "aBlockingCommandIsNotWaitedForForEverAndIsRetryable") {
        @Override
        RedisStore open(StoreProvider sound, StoreConfig config) {
            return sound.open(config.withCommandTimeout(StoreConfig.DEFAULT_COMMAND_TIMEOUT));
        }
    },
    IS_NAMED_IN_CAPITALS(store -> store, "theNameIsOfLowerCaseLettersDigitsAndHyphens"),
    ADOPTS_EVERYTHING(store -> store, "whatIsNoClientOfTheLibraryIsNotAdopted");

    private final UnaryOperator<RedisStore> damage;
    private final Set<String> namedBy;

    Fault(UnaryOperator<RedisStore> damage, String... namedBy) {
        this.damage = damage;
        this.namedBy = new TreeSet<>(Arrays.asList(namedBy));
    }

    RedisStore open(StoreProvider sound, StoreConfig config) {
        return damage.apply(sound.open(config));
    }

    /** Names of the tests that must fail. */
    Set<String> namedBy() {
        return namedBy;
    }

    private static UnaryOperator<RedisStore> replies(UnaryOperator<RedisReply> change) {
        return sound -> new OtherReplies(sound, change);
    }

    private static UnaryOperator<RedisStore> failures(UnaryOperator<StoreException> change) {
        return sound -> new OtherFailures(sound, change);
    }

    private static StoreConfig.Builder without(StoreConfig config) {
        return StoreConfig.builder()
                .servers(config.servers())
                .database(config.database())
                .connectTimeout(config.connectTimeout())
                .commandTimeout(config.commandTimeout())
                .maxConnections(config.maxConnections());
    }
}
