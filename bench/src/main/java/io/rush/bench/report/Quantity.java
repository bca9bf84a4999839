package io.rush.bench.report;

/**
 * One number that a figure measures in each round.
 *
 * @param name what it is
 * @param unit of both sides
 * @param beside what the floor is, empty where there is none
 * @param bar what it has to reach
 */
public record Quantity(String name, String unit, String beside, Bar bar) {
    /** A quantity that has a floor. */
    public static Quantity of(String name, String unit, String beside, Bar bar) {
        return new Quantity(name, unit, beside, bar);
    }

    /** A quantity without a floor. */
    public static Quantity of(String name, String unit, Bar bar) {
        return new Quantity(name, unit, "", bar);
    }
}
