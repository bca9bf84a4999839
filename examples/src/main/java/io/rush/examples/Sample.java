package io.rush.examples;

/**
 * A finished task: where {@link Branin} was evaluated, and what came out.
 *
 * @param x1 from -5 to 10
 * @param x2 from 0 to 15
 * @param y the value of the function there
 */
public record Sample(double x1, double x2, double y) {}
