package io.rush.core.worker;

import io.rush.api.WorkerState;
import io.rush.api.store.RedisReply;
import io.rush.core.launch.LocalWorkers;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.task.TaskOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds workers whose heartbeat has stopped and workers on this machine whose process has ended, and settles what
 * departed workers left behind. Thread-safe.
 */
public final class LostWorkers {
    private static final String START = "0";
    private static final int FIRST_SUSPECT = 3;
    private static final int FIELDS = 3;
    private static final String MESSAGE = "The worker has crashed or was killed: ";

    private final NetworkStore network;
    private final RedisWorkerRegistry registry;
    private final LocalWorkers local;

    public LostWorkers(NetworkStore network, RedisWorkerRegistry registry, LocalWorkers local) {
        this.network = network;
        this.registry = registry;
        this.local = local;
    }

    /**
     * What a look at the workers found.
     *
     * @param workers number of those that start or run, before any was declared lost
     * @param suspects those that seem to have died
     */
    record Look(long workers, List<Suspect> suspects) {}

    /**
     * A worker that seems to have died.
     *
     * @param owner the worker and its epoch, so that a later start of it is not meant
     * @param process text of the process to look at; empty if the heartbeat has stopped
     */
    record Suspect(TaskOwner owner, String process) {}

    /** Declares them lost; returns their ids. */
    List<String> detect() {
        return declare(look().suspects());
    }

    /** Looks at all workers, one round trip for each 500, and settles what departed ones left. */
    Look look() {
        long workers = 0;
        List<Suspect> suspects = new ArrayList<>();
        String cursor = START;
        do {
            List<RedisReply> page = page(cursor);
            cursor = page.get(0).asText();
            workers += page.get(1).asLong();
            page.get(2).asList().forEach(id -> registry.settleDeparted(id.asText()));
            for (int i = FIRST_SUSPECT; i < page.size(); i += FIELDS) {
                suspects.add(suspect(page.subList(i, i + FIELDS)));
            }
        } while (!cursor.equals(START));
        return new Look(workers, suspects);
    }

    private List<RedisReply> page(String cursor) {
        Arguments arguments = new Arguments().add(cursor).add(OsProcess.own().space());
        return network.run(Script.SUSPECTS, arguments).asList();
    }

    private static Suspect suspect(List<RedisReply> fields) {
        long epoch = Long.parseLong(fields.get(1).asText());
        return new Suspect(
                new TaskOwner(fields.get(0).asText(), epoch), fields.get(2).asText());
    }

    /** Declares those lost that have really died; returns their ids. */
    List<String> declare(List<Suspect> suspects) {
        return suspects.stream()
                .filter(suspect -> howItDied(suspect)
                        .filter(how -> registry.depart(suspect.owner(), WorkerState.LOST, MESSAGE + how))
                        .isPresent())
                .map(suspect -> suspect.owner().workerId())
                .toList();
    }

    private Optional<String> howItDied(Suspect suspect) {
        return local.endOf(suspect.owner().workerId()).or(() -> howItDiedElsewhere(suspect.process()));
    }

    private static Optional<String> howItDiedElsewhere(String process) {
        if (process.isEmpty()) {
            return Optional.of("its heartbeat has stopped");
        }
        return OsProcess.parse(process).hasEnded() ? Optional.of("its process has ended") : Optional.empty();
    }
}
