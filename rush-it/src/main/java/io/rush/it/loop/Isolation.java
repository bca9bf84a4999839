package io.rush.it.loop;

/** Where a loop evaluates the function, and so what a function can break. */
public enum Isolation {
    /** In the worker's JVM: a function that ends its JVM loses the worker. */
    SHARED,
    /** In another JVM: whatever the function does costs its task alone, and the worker goes on. */
    ISOLATED
}
