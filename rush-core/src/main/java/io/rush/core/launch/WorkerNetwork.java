package io.rush.core.launch;

/** A network as the process of one worker sees it. Thread-safe. */
public interface WorkerNetwork extends AutoCloseable {
    /**
     * What the worker was announced with.
     *
     * @throws io.rush.api.error.ConfigurationException if the network does not know the worker
     */
    byte[] startArguments(String workerId);

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
