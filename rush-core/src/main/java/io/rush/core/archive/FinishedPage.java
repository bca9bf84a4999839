package io.rush.core.archive;

import io.rush.api.store.RedisReply;
import io.rush.core.script.Arguments;
import io.rush.core.table.TaskBody;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read of the finished tasks from a position on.
 *
 * @param length number of finished tasks
 * @param firstKey key at position 0, empty if there is none; it tells one life of a network from the next
 * @param bodies the tasks from the position on
 */
record FinishedPage(long length, String firstKey, List<TaskBody> bodies) {
    static Arguments arguments(long from, int count, String knownFirstKey, String waiterId) {
        return new Arguments().add(from).add(count).add(knownFirstKey).add(waiterId);
    }

    static FinishedPage of(RedisReply reply) {
        List<RedisReply> parts = reply.asList();
        List<RedisReply> keysAndHashes = parts.get(2).asList();
        List<TaskBody> bodies = new ArrayList<>(keysAndHashes.size() / 2);
        for (int i = 0; i < keysAndHashes.size(); i += 2) {
            bodies.add(TaskBodies.of(keysAndHashes.get(i).asText(), keysAndHashes.get(i + 1)));
        }
        return new FinishedPage(parts.get(0).asLong(), parts.get(1).asText(), bodies);
    }

    /** Whether these are not the finished tasks that begin with the key the reader knows. */
    boolean isOfAnotherLife(String knownFirstKey) {
        return !knownFirstKey.isEmpty() && !knownFirstKey.equals(firstKey);
    }
}
