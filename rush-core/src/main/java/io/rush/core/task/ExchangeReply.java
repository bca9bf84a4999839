package io.rush.core.task;

import io.rush.api.store.RedisReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the script of an exchange answered.
 *
 * @param standing how the worker stands
 * @param idle what is to be done where nothing was taken
 * @param refused positions of the results that do not count
 * @param taken the tasks that run for the worker now, in the order in which they were taken
 */
record ExchangeReply(Standing standing, Idle idle, Set<Integer> refused, List<TakenTask> taken) {
    private static final int HEAD = 3;
    private static final int ELEMENTS_A_TASK = 3;

    static ExchangeReply of(RedisReply reply, ReadFields fields) {
        List<RedisReply> flat = reply.asList();
        int refused = (int) flat.get(2).asLong();
        return new ExchangeReply(
                Standing.of(flat.get(0).asLong()),
                Idle.of(flat.get(1).asLong()),
                refused == 0 ? Set.of() : positions(flat.subList(HEAD, HEAD + refused)),
                taken(flat, HEAD + refused, fields));
    }

    private static Set<Integer> positions(List<RedisReply> replies) {
        Set<Integer> positions = new HashSet<>();
        replies.forEach(reply -> positions.add((int) reply.asLong()));
        return positions;
    }

    private static List<TakenTask> taken(List<RedisReply> flat, int from, ReadFields fields) {
        List<TakenTask> taken = new ArrayList<>((flat.size() - from) / ELEMENTS_A_TASK);
        for (int i = from; i < flat.size(); i += ELEMENTS_A_TASK) {
            taken.add(new TakenTask(
                    flat.get(i).asText(),
                    flat.get(i + 1).asLong(),
                    fields,
                    flat.get(i + 2).asList()));
        }
        return taken;
    }

    /** The same tasks, but what another reply said of the results. */
    ExchangeReply withRefused(Set<Integer> other) {
        return new ExchangeReply(standing, idle, other, taken);
    }

    /** Whether there are tasks whose retry is not due yet, and no others. */
    boolean invitesToWatch() {
        return invitesToWait() && idle == Idle.WATCH_DELAYED;
    }

    /** Whether waiting for tasks makes sense: there is none, and the worker is to stay. */
    boolean invitesToWait() {
        return taken.isEmpty() && standing == Standing.RUNNING && idle != Idle.LEAVE;
    }
}
