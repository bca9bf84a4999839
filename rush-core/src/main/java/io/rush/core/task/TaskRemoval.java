package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskState;
import io.rush.core.codec.Conditions;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes tasks out of the queues. Thread-safe. */
final class TaskRemoval {
    private static final byte[] CONDITION = Conditions.encode(
            Condition.of(FailureCause.REMOVED, "The task was removed from the queue before it was evaluated"));
    private static final String SHARED_QUEUE = "";

    private final NetworkStore network;

    TaskRemoval(NetworkStore network) {
        this.network = network;
    }

    /** Removes every task that is queued at this moment and is still when its turn comes; returns their keys. */
    List<String> removeAll() {
        Moment moment = Moment.read(network, Set.of(TaskState.QUEUED));
        List<String> removed = new ArrayList<>(remove(SHARED_QUEUE, moment.sharedKeys()));
        for (Map.Entry<String, List<String>> own : moment.priority().entrySet()) {
            removed.addAll(remove(own.getKey(), own.getValue()));
        }
        return removed;
    }

    private List<String> remove(String queue, List<String> keys) {
        List<String> removed = new ArrayList<>();
        for (List<String> page : Pages.of(keys)) {
            Arguments arguments = new Arguments().add(TaskKeys.next()).add(CONDITION);
            page.forEach(key -> arguments.add(queue).add(key));
            List<RedisReply> answers = network.run(Script.REMOVE, arguments).asList();
            for (int task = 0; task < page.size(); task++) {
                if (answers.get(task).asLong() == 1) {
                    removed.add(page.get(task));
                }
            }
        }
        return removed;
    }
}
