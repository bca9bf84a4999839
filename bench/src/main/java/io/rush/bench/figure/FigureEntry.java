package io.rush.bench.figure;

import java.util.function.Function;

/**
 * A figure by name.
 *
 * @param name what it is chosen by
 * @param summary what it measures
 * @param opening sets it up
 */
public record FigureEntry(String name, String summary, Function<Lab, Figure> opening) {}
