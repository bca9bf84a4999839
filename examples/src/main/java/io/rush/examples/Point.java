package io.rush.examples;

/**
 * Where {@link Branin} is evaluated.
 *
 * @param x1 from -5 to 10
 * @param x2 from 0 to 15
 */
public record Point(double x1, double x2) {}
