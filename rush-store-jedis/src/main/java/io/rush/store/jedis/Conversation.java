package io.rush.store.jedis;

import redis.clients.jedis.Connection;

/** What is said on one connection: requests out, their replies in. */
@FunctionalInterface
interface Conversation<T> {
    /** Leaves no reply unread unless it throws something other than a refusal of Redis. */
    T on(Connection connection);
}
