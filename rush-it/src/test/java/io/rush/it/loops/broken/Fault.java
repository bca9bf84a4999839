package io.rush.it.loops.broken;

import java.util.Set;

/** What is wrong with a {@link BrokenLoop}, and the tests of the contract that must say so. */
enum Fault {
    NONE,
    LOSES_A_TASK("manyTasksAreEachEvaluatedOnceByTwoWorkers", "manyTasksAreEachEvaluatedOnceWithAPrefetch"),
    EVALUATES_A_TASK_TWICE("manyTasksAreEachEvaluatedOnceByTwoWorkers", "manyTasksAreEachEvaluatedOnceWithAPrefetch"),
    IGNORES_THE_SEED("aTaskDrawsTheNumbersOfItsSeed", "theInitialSeedOfTheControllerGivesEachTaskTheNextStream"),
    MAKES_A_GENERATOR_FOR_EACH_CALL(
            "aTaskDrawsTheNumbersOfItsSeed", "theInitialSeedOfTheControllerGivesEachTaskTheNextStream"),
    TAKES_CONSTANTS_FOR_GLOBALS("constantsAndGlobalsReachTheFunctionEachAsWhatTheyAre"),
    FORGETS_THE_TIMEOUT("theFunctionKnowsItsTaskAndItsWorker"),
    DROPS_NULLS("valuesOfEveryTypeGoInAndComeOutUnchanged", "valuesOfEveryTypeThatAFunctionReturnsAreStored"),
    TAKES_NULL_FOR_NO_OUTPUTS("outputsThatAreNullFailTheTaskInWords"),
    SWALLOWS_EXCEPTIONS(
            "anExceptionFailsTheTaskWithItsMessageClassAndCauses",
            "anAssertionErrorFailsTheTask",
            "aStackOverflowFailsTheTask",
            "outputsThatCannotBeStoredFailTheTaskWithThePathOfTheValue",
            "aTaskThatFailsIsRetriedAsItsPolicySays"),
    TELLS_NO_CAUSES("anExceptionFailsTheTaskWithItsMessageClassAndCauses"),
    DIES_AT_AN_ERROR("anAssertionErrorFailsTheTask", "aStackOverflowFailsTheTask"),
    DIES_AT_WHAT_CANNOT_BE_STORED("outputsThatCannotBeStoredFailTheTaskWithThePathOfTheValue"),
    NEVER_LEAVES(
            "aWorkerThatIsAskedToLeaveFinishesItsTaskAndTakesNoOther",
            "tasksThatWereReservedAndHaveNotBegunGoBackToTheQueue",
            "anIdleWorkerLeavesWhenItIsAskedTo",
            "workersLeaveOnceNoTaskIsQueuedIfThePushAskedForIt",
            "whatTheFunctionLogsGoesToTheLogOfTheWorkerAsFarAsItsThresholdsSay"),
    STAYS_ON_IDLE("workersLeaveOnceNoTaskIsQueuedIfThePushAskedForIt"),
    DROPS_WHAT_IT_EVALUATES_WHEN_ASKED_TO_LEAVE(
            "aWorkerThatIsAskedToLeaveFinishesItsTaskAndTakesNoOther",
            "tasksThatWereReservedAndHaveNotBegunGoBackToTheQueue"),
    EVALUATES_ON_AFTER_A_KILL("aWorkerThatIsKilledFailsItsTaskAndEndsTheEvaluation"),
    DROPS_LOGS("whatTheFunctionLogsGoesToTheLogOfTheWorkerAsFarAsItsThresholdsSay"),
    IGNORES_TIMEOUTS(
            "aTaskThatWaitsTooLongFails", "aTaskThatIsDeafToInterruptsFailsAndIfIsolatedItsProcessesAreKilled"),
    IS_NOT_ISOLATED(
            "exitOfTheJvmCostsOneTaskWhichTellsTheExitCode",
            "haltOfTheJvmCostsOneTaskWhichTellsTheExitCode",
            "outOfMemoryCostsOneTaskWhichTellsTheError",
            "aNativeCrashCostsOneTaskWhichTellsTheSignal",
            "aKillFromOutsideCostsOneTaskWhichTellsTheSignal");

    // The checker does not know that copies cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> namedBy;

    Fault(String... namedBy) {
        this.namedBy = Set.of(namedBy);
    }

    /** Names of the tests that must fail. */
    Set<String> namedBy() {
        return namedBy;
    }

    /** The topics that are looked at: those that harm no JVM, unless the fault is about one that does. */
    Set<String> topics() {
        return switch (this) {
            case IGNORES_TIMEOUTS -> Set.of("Timeouts");
            case IS_NOT_ISOLATED -> Set.of("Deaths");
            default -> Set.of("Values", "Surroundings", "Tasks", "Failures", "Leaving", "Logs");
        };
    }
}
