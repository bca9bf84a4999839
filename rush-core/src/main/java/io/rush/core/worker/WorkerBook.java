package io.rush.core.worker;

import io.rush.api.Heartbeat;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerState;
import io.rush.api.store.RedisReply;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.script.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads what the network knows of its workers, and waits for it to change. Thread-safe. */
public final class WorkerBook {
    private static final int FIELDS = 12;

    private final NetworkStore network;
    private final Waiter waiter;

    public WorkerBook(NetworkStore network) {
        this.network = network;
        this.waiter = new Waiter(network);
    }

    /** What is known of each worker, in order of registration. */
    public List<WorkerInfo> infos() {
        List<RedisReply> answer = network.run(Script.WORKERS, new Arguments()).asList();
        List<Entry> entries = new ArrayList<>(answer.size() / FIELDS);
        for (int i = 0; i < answer.size(); i += FIELDS) {
            entries.add(Entry.of(answer.subList(i, i + FIELDS).stream()
                    .map(RedisReply::asText)
                    .toList()));
        }
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::number))
                .map(Entry::info)
                .toList();
    }

    /** The state of each worker, in order of registration. */
    WorkerStates states() {
        Map<String, WorkerState> states = new LinkedHashMap<>();
        infos().forEach(info -> states.put(info.workerId(), info.state()));
        return new WorkerStates(states);
    }

    /**
     * Waits until the states are what is waited for.
     *
     * @param patience the longest time between two looks
     * @param criterion what the script knows it as, with its arguments
     * @param look says what it found in the states; nothing where the criterion is not met
     * @return what it found, or empty when the time is over
     */
    <T> Optional<T> await(
            Duration timeout, Duration patience, List<String> criterion, Function<WorkerStates, Optional<T>> look) {
        return waiter.await(timeout, patience, id -> {
            Arguments arguments = new Arguments().add(id).addAll(criterion);
            List<RedisReply> answer =
                    network.run(Script.AWAIT_WORKERS, arguments).asList();
            Map<String, WorkerState> states = new LinkedHashMap<>();
            for (int i = 0; i < answer.size(); i += 2) {
                states.put(answer.get(i).asText(), stateOf(answer.get(i + 1).asText()));
            }
            return look.apply(new WorkerStates(states));
        });
    }

    private static WorkerState stateOf(String stored) {
        String[] stateAndEpoch = stored.split(" ", 2);
        if (stateAndEpoch.length == 1) {
            return WorkerState.valueOf(stored.toUpperCase(Locale.ROOT));
        }
        return stateAndEpoch[1].equals("0") ? WorkerState.PRE : WorkerState.RUNNING;
    }

    private record Entry(long number, WorkerInfo info) {
        static Entry of(List<String> fields) {
            Optional<Instant> started = time(fields.get(5));
            WorkerInfo info = new WorkerInfo(
                    fields.get(0),
                    stateOf(fields.get(1)),
                    text(fields.get(2)).map(WorkerKind::valueOf),
                    fields.get(7).equals("1"),
                    text(fields.get(3)),
                    number(fields.get(4)),
                    heartbeat(fields.get(8), fields.get(9)),
                    started,
                    time(fields.get(10)).or(() -> started),
                    text(fields.get(11)));
            return new Entry(number(fields.get(6)).orElse(0), info);
        }

        private static Optional<Heartbeat> heartbeat(String periodMillis, String expireMillis) {
            return periodMillis.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Heartbeat(
                            Duration.ofMillis(Long.parseLong(periodMillis)),
                            Duration.ofMillis(Long.parseLong(expireMillis))));
        }

        private static Optional<Instant> time(String millis) {
            return text(millis).map(Long::valueOf).map(Instant::ofEpochMilli);
        }

        private static Optional<String> text(String field) {
            return Optional.of(field).filter(value -> !value.isEmpty());
        }

        private static OptionalLong number(String field) {
            return field.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(field));
        }
    }
}
