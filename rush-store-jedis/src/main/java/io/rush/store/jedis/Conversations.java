package io.rush.store.jedis;

/** Has somebody talk on a connection that nobody else uses meanwhile. Thread-safe. */
interface Conversations extends AutoCloseable {
    /**
     * Talks on a connection.
     *
     * @throws io.rush.api.error.StoreException if it breaks, none can be had, or the conversation ends with a refusal
     */
    <T> T call(String operation, Conversation<T> conversation);

    /** Keeps none of the connections that there are now; who talks on one comes to an end first. */
    void renew();

    /** Ends every connection of its own; who talks on one gets an error at once. */
    @Override
    void close();
}
