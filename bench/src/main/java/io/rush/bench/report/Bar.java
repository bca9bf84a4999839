package io.rush.bench.report;

/** What a quantity has to reach; told in the report, and never a reason to fail. */
public record Bar(Kind kind, double limit) {
    /** None at all. */
    public static final Bar NONE = new Bar(Kind.NONE, Double.NaN);

    /** How the limit is meant. */
    public enum Kind {
        NONE,
        AT_MOST_TIMES_THE_FLOOR,
        AT_LEAST_TIMES_THE_FLOOR,
        AT_MOST
    }

    /** Ours over the floor is at most this. */
    public static Bar atMostTimesTheFloor(double limit) {
        return new Bar(Kind.AT_MOST_TIMES_THE_FLOOR, limit);
    }

    /** Ours over the floor is at least this. */
    public static Bar atLeastTimesTheFloor(double limit) {
        return new Bar(Kind.AT_LEAST_TIMES_THE_FLOOR, limit);
    }

    /** Ours is at most this. */
    public static Bar atMost(double limit) {
        return new Bar(Kind.AT_MOST, limit);
    }

    /** Whether it is a bar for the ratio to the floor. */
    boolean isForTheRatio() {
        return kind == Kind.AT_MOST_TIMES_THE_FLOOR || kind == Kind.AT_LEAST_TIMES_THE_FLOOR;
    }

    boolean isMetBy(double value) {
        return switch (kind) {
            case NONE -> true;
            case AT_MOST, AT_MOST_TIMES_THE_FLOOR -> value <= limit;
            case AT_LEAST_TIMES_THE_FLOOR -> value >= limit;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "";
            case AT_MOST -> "at most " + Numbers.text(limit);
            case AT_MOST_TIMES_THE_FLOOR -> "at most x" + Numbers.text(limit);
            case AT_LEAST_TIMES_THE_FLOOR -> "at least x" + Numbers.text(limit);
        };
    }
}
