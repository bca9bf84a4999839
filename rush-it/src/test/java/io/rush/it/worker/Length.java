package io.rush.it.worker;

/** Outputs of {@link Distance}. */
public record Length(double length, String label) {}
