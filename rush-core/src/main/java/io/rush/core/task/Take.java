package io.rush.core.task;

/**
 * Which tasks a call takes.
 *
 * @param count how many at most
 * @param fields the fields to read from each
 * @param attempts numbers the attempts under which they are taken
 * @param beginsFirst whether the first of them begins as soon as it is there
 */
record Take(int count, ReadFields fields, Attempts attempts, boolean beginsFirst) {
    Take(int count, ReadFields fields, Attempts attempts) {
        this(count, fields, attempts, false);
    }

    Take atMost(int other) {
        return new Take(other, fields, attempts, false);
    }

    Take beginningFirst() {
        return new Take(count, fields, attempts, true);
    }

    /** Numbers the attempts of one call; returns the first number. */
    long number() {
        long first = attempts.take(count);
        if (beginsFirst) {
            attempts.begin(first);
        }
        return first;
    }
}
