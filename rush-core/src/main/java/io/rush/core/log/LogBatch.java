package io.rush.core.log;

import java.util.List;

/**
 * Entries that are written together.
 *
 * @param first number of the first entry among all that this start of the worker logged; the others follow by one
 * @param entries the entries in order
 * @param dropped number of entries that went lost before the first, which tells of them; 0 if it does not
 */
record LogBatch(long first, List<PendingEntry> entries, long dropped) {
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Number of the last entry. */
    long last() {
        return first + entries.size() - 1;
    }
}
