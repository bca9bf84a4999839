package io.rush.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Redis answers, in the types of RESP2. Immutable by contract: nobody changes the bytes of a {@link Bulk}. */
public sealed interface RedisReply {
    /** No value: a key or field that does not exist, a blocking command that timed out. */
    enum Nil implements RedisReply {
        /** The one reply without a value. */
        INSTANCE
    }

    /** A status line such as {@code OK}; a store whose library does not tell it from a string brings a {@link Bulk}. */
    record Status(String text) implements RedisReply {}

    /** An integer. */
    record Int(long value) implements RedisReply {}

    /** A string of bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bulk(byte[] bytes) implements RedisReply {
        @Override
        public String toString() {
            return "Bulk[" + bytes.length + " bytes]";
        }
    }

    /** Replies in order. */
    record Array(List<RedisReply> elements) implements RedisReply {}

    /** An error in a pipeline, in Redis' own words. */
    record Failure(String message) implements RedisReply {
        private static final Set<String> PASSING = Set.of(
                "BUSY",
                "CLUSTERDOWN",
                "LOADING",
                "MASTERDOWN",
                "NOREPLICAS",
                "READONLY",
                "TRYAGAIN",
                "UNBLOCKED",
                "UNKILLABLE");

        /** How Redis before 7.0 says within a script that its server is a replica now. */
        private static final String IN_A_SCRIPT = "-READONLY ";

        /** Whether it passes by itself, as after a start, a failover or a long script: the same command may succeed later. */
        public boolean isPassing() {
            int end = message.indexOf(' ');
            return PASSING.contains(end < 0 ? message : message.substring(0, end)) || message.contains(IN_A_SCRIPT);
        }
    }

    /** The elements of an array. */
    default List<RedisReply> asList() {
        if (this instanceof Array array) {
            return array.elements();
        }
        throw unexpected("an array");
    }

    /** The value of an integer. */
    default long asLong() {
        if (this instanceof Int integer) {
            return integer.value();
        }
        throw unexpected("an integer");
    }

    /** The bytes of a string. */
    default byte[] asBytes() {
        if (this instanceof Bulk bulk) {
            return bulk.bytes();
        }
        throw unexpected("a string");
    }

    /** The text of a string or status. */
    default String asText() {
        return this instanceof Status status ? status.text() : new String(asBytes(), UTF_8);
    }

    /** The text of a string, or empty for {@link Nil}. */
    default Optional<String> asOptionalText() {
        return isNil() ? Optional.empty() : Optional.of(asText());
    }

    /** Whether there is no value. */
    default boolean isNil() {
        return this instanceof Nil;
    }

    private StoreException unexpected(String wanted) {
        String found = this instanceof Failure failure ? failure.message() : toString();
        return new StoreException(
                "reading a reply", false, "expected " + wanted + " but Redis answered " + found, null);
    }
}
