package io.rush.core.launch;

import io.rush.api.Heartbeat;
import io.rush.core.large.LargeObjectSettings;
import java.util.Optional;
import java.util.function.Consumer;

/** A network as the process of one worker sees it. Thread-safe. */
public interface WorkerNetwork extends AutoCloseable {
    /**
     * What the worker was announced with.
     *
     * @throws io.rush.api.error.ConfigurationException if the network does not know the worker
     */
    byte[] startArguments(String workerId);

    /**
     * Enters a remote worker, in state {@code PRE}.
     *
     * @throws io.rush.api.error.WorkerException if its id is in use
     */
    void announceRemote(String workerId, Optional<Heartbeat> heartbeat);

    /**
     * Waits until a remote worker has start arguments.
     *
     * @return empty if it is asked to leave before
     * @throws io.rush.api.error.WorkerException if it was killed or declared lost, or the network was reset
     */
    Optional<byte[]> awaitStart(String workerId);

    /**
     * Starts the heartbeat, in place of an earlier one.
     *
     * @param whenGone told in words when it learns that the worker was taken off the network
     */
    void beat(String workerId, Heartbeat heartbeat, Consumer<String> whenGone);

    /** Ends the heartbeat, before the worker leaves; harmless without one. */
    void still();

    /** Where values lie that are too large for Redis. */
    LargeObjectSettings largeObjects();

    /** Makes the worker's handle. */
    WorkerConnector connector();

    /** Takes the worker off the network when its loop has failed. */
    WorkerRegistry registry();

    /** Closes the connections. */
    @Override
    void close();

    /** Opens networks. */
    @FunctionalInterface
    interface Opener {
        /**
         * Connects to a network without registering anything.
         *
         * @throws io.rush.api.error.StoreException if Redis is not reached or refuses the credentials
         * @throws io.rush.api.error.ConfigurationException if the id or an address is illegal, or no store fits
         */
        WorkerNetwork open(String networkId, NetworkAddress address);
    }
}
