package io.rush.bench.figure;

import io.rush.bench.report.Sample;
import java.util.List;

/** A figure that is set up and ready to be measured, round by round. For one thread. */
public interface Figure extends AutoCloseable {
    /**
     * Does rush's work and that of the floor once and says what they took.
     *
     * @return the same quantities in the same order at each round
     * @throws DeliveryException if tasks or results are missing, doubled or wrong
     */
    List<Sample> round();

    @Override
    void close();
}
