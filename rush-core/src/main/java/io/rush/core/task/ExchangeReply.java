package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskField;
import java.util.ArrayList;
import java.util.List;

/**
 * What the script of an exchange answered.
 *
 * @param standing how the worker stands
 * @param terminateOnIdle whether nothing is queued and workers are to leave then
 * @param counted for each result, whether it counts
 * @param taken the tasks that run for the worker now
 */
record ExchangeReply(Standing standing, boolean terminateOnIdle, List<Boolean> counted, List<TakenTask> taken) {
    static ExchangeReply of(RedisReply reply, List<TaskField> fields) {
        List<RedisReply> parts = reply.asList();
        List<RedisReply> flat = parts.get(3).asList();
        List<TakenTask> taken = new ArrayList<>(flat.size() / 3);
        for (int i = 0; i < flat.size(); i += 3) {
            taken.add(new TakenTask(
                    flat.get(i).asText(),
                    flat.get(i + 1).asLong(),
                    fields,
                    flat.get(i + 2).asList()));
        }
        return new ExchangeReply(
                Standing.of(parts.get(0).asLong()),
                parts.get(1).asLong() == 1,
                parts.get(2).asList().stream().map(code -> code.asLong() == 1).toList(),
                taken);
    }

    ExchangeReply withCounted(List<Boolean> other) {
        return new ExchangeReply(standing, terminateOnIdle, other, taken);
    }

    /** Whether waiting for tasks makes sense: there is none, and the worker is to stay. */
    boolean invitesToWait() {
        return taken.isEmpty() && standing == Standing.RUNNING && !terminateOnIdle;
    }
}
