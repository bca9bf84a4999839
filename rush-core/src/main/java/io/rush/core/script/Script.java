package io.rush.core.script;

/** The Lua scripts; the file beside this class that has the name says what it takes, returns and guards. */
public enum Script {
    ANNOUNCE,
    AWAIT_TASKS,
    AWAIT_WORKERS,
    COUNTS,
    DEPART,
    EXCHANGE,
    FAIL,
    GIVE_BACK,
    KEYS,
    PERMISSIONS,
    PROMOTE,
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
    STATES,
    SWEEP,
    WORKERS,
    WRITE_LOG
}
