package io.rush.core.task;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.TransitionReport;
import io.rush.core.codec.Seeds;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import java.util.List;
import java.util.stream.IntStream;

/** Queues failed tasks again. Thread-safe. */
final class TaskRetry {
    private static final long OTHER_SEED = 6;

    private final NetworkStore network;
    private final TaskStates states;

    TaskRetry(NetworkStore network, TaskStates states) {
        this.network = network;
        this.states = states;
    }

    TransitionReport retry(List<String> keys, RetryOptions options) {
        states.requireKnown(keys);
        Reports reports = new Reports();
        Pages.of(keys).forEach(page -> retryPage(page, options, reports));
        return reports.toReport();
    }

    private void retryPage(List<String> page, RetryOptions options, Reports reports) {
        List<String> open = page;
        while (!open.isEmpty()) {
            List<String> asked = open;
            List<RedisReply> answers =
                    network.run(Script.RETRY, arguments(asked, options)).asList();
            open = IntStream.range(0, asked.size())
                    .filter(task -> answers.get(task).asLong() == OTHER_SEED)
                    .mapToObj(asked::get)
                    .toList();
            for (int task = 0; task < asked.size(); task++) {
                long answer = answers.get(task).asLong();
                if (answer != OTHER_SEED) {
                    reports.add(asked.get(task), answer);
                }
            }
        }
    }

    private Arguments arguments(List<String> keys, RetryOptions options) {
        Arguments arguments = new Arguments().add(TaskKeys.next()).add(options.ignoreMaxRetries());
        if (!options.nextSeed()) {
            keys.forEach(key -> arguments.add(key).addNone().addNone());
            return arguments;
        }
        List<RedisReply> seeds = network.store()
                .sendAll(keys.stream()
                        .map(key -> RedisCommand.of("HGET", network.taskHash(key), "seed"))
                        .toList());
        for (int task = 0; task < keys.size(); task++) {
            arguments.add(keys.get(task));
            RedisReply seed = seeds.get(task);
            if (seed.isNil()) {
                arguments.addNone().addNone();
            } else {
                arguments
                        .add(seed.asBytes())
                        .add(Seeds.encode(Seeds.decode(seed.asBytes()).nextSubStream()));
            }
        }
        return arguments;
    }
}
