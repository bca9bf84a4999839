package io.rush.it.worker;

/** Inputs of {@link Distance}. */
public record Point(double x, int n) {}
