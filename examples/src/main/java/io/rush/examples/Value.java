package io.rush.examples;

/**
 * What {@link Branin} returns.
 *
 * @param y the value of the function
 */
public record Value(double y) {}
