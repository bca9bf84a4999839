package io.rush.core.script;

/** The Lua scripts; the file beside this class that has the name says what it takes, returns and guards. */
public enum Script {
    ANNOUNCE,
    ANNOUNCE_REMOTE,
    AWAIT_TASKS,
    AWAIT_WORKERS,
    COLLECT_START,
    COUNTS,
    DEPART,
    EXCHANGE,
    FAIL,
    GIVE_BACK,
    HEARTBEAT,
    KEYS,
    PUSH,
    PUSH_RUNNING,
    PUSH_SETTLED,
    READ_FINISHED,
    READ_TASKS,
    REGISTER,
    REMOVE,
    REQUEST_TERMINATION,
    RESET,
    RETRY,
    SETTLE_DEPARTED,
    STANDING,
    START_REMOTE,
    STATES,
    SUSPECTS,
    SWEEP,
    WORKERS
}
