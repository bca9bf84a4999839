package io.rush.core.task;

import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskState;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keys of tasks by state, read as one moment. Immutable.
 *
 * @param queued keys of the shared queue in order
 * @param priority by worker, keys of its own queue in order
 * @param delayed keys of the queued tasks whose retry is not due, the next one first
 * @param running keys, each with the id of its worker
 * @param failed keys, the latest last
 * @param finished number of finished tasks; what stands at a position never changes
 */
public record Moment(
        List<String> queued,
        Map<String, List<String>> priority,
        List<String> delayed,
        Map<String, String> running,
        List<String> failed,
        long finished) {

    /** Reads the states that are asked for; the others are empty. */
    public static Moment read(NetworkStore network, Set<TaskState> states) {
        Arguments parts = new Arguments()
                .add(part(states, TaskState.QUEUED, "queued"))
                .add(part(states, TaskState.QUEUED, "priority"))
                .add(part(states, TaskState.QUEUED, "delayed"))
                .add(part(states, TaskState.RUNNING, "running"))
                .add(part(states, TaskState.FAILED, "failed"))
                .add(part(states, TaskState.FINISHED, "finished"));
        List<RedisReply> answer = network.run(Script.KEYS, parts).asList();
        return new Moment(
                texts(answer.get(0)),
                queues(answer.get(1).asList()),
                texts(answer.get(2)),
                running(answer.get(3).asList()),
                texts(answer.get(4)),
                states.contains(TaskState.FINISHED) ? answer.get(5).asLong() : 0);
    }

    /** Keys of the queued tasks that no worker has for itself: the shared queue, then those whose retry is not due. */
    public List<String> sharedKeys() {
        return Stream.concat(queued.stream(), delayed.stream()).toList();
    }

    /** Keys of all workers' own queues. */
    public List<String> priorityKeys() {
        return priority.values().stream().flatMap(List::stream).toList();
    }

    private static String part(Set<TaskState> states, TaskState state, String name) {
        return states.contains(state) ? name : "nothing";
    }

    private static Map<String, List<String>> queues(List<RedisReply> workersAndKeys) {
        Map<String, List<String>> queues = new LinkedHashMap<>();
        for (int i = 0; i < workersAndKeys.size(); i += 2) {
            queues.put(workersAndKeys.get(i).asText(), texts(workersAndKeys.get(i + 1)));
        }
        return queues;
    }

    private static Map<String, String> running(List<RedisReply> keysAndOwners) {
        Map<String, String> running = new LinkedHashMap<>();
        for (int i = 0; i < keysAndOwners.size(); i += 2) {
            running.put(
                    keysAndOwners.get(i).asText(),
                    HashField.workerOf(keysAndOwners.get(i + 1).asText()));
        }
        return running;
    }

    private static List<String> texts(RedisReply reply) {
        List<String> texts = new ArrayList<>();
        reply.asList().forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
