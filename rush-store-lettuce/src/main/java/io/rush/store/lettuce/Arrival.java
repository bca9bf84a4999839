package io.rush.store.lettuce;

import io.rush.api.store.RedisReply;
import java.util.List;

/** Replies in order, and the bytes of the strings in them. */
record Arrival(List<RedisReply> replies, long bytes) {}
