package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.Condition;
import io.rush.api.task.TransitionReport;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.util.List;

/** Fails running tasks on a controller's word. Thread-safe. */
final class TaskFail {
    private final NetworkStore network;
    private final TaskStates states;

    TaskFail(NetworkStore network, TaskStates states) {
        this.network = network;
        this.states = states;
    }

    TransitionReport fail(List<String> keys, List<Condition> conditions) {
        Lengths.requireSome("the list of conditions", conditions.size(), keys.size());
        List<byte[]> encoded = TaskEncoder.encodeConditions(conditions);
        states.requireKnown(keys);
        Reports reports = new Reports();
        for (int from = 0; from < keys.size(); from += NetworkStore.PAGE) {
            int to = Math.min(keys.size(), from + NetworkStore.PAGE);
            Arguments arguments = new Arguments().add(TaskKeys.next());
            for (int task = from; task < to; task++) {
                arguments.add(keys.get(task)).add(Lengths.elementOf(encoded, task));
            }
            List<RedisReply> answers = network.run(Script.FAIL, arguments).asList();
            for (int task = from; task < to; task++) {
                reports.add(keys.get(task), answers.get(task - from).asLong());
            }
        }
        return reports.toReport();
    }
}
