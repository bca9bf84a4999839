package io.rush.core.archive;

import static io.rush.api.task.TaskField.CONDITION;
import static io.rush.api.task.TaskField.WORKER_ID;
import static io.rush.api.task.TaskField.XS;
import static io.rush.api.task.TaskField.XS_EXTRA;
import static io.rush.api.task.TaskField.YS;
import static io.rush.api.task.TaskField.YS_EXTRA;

import io.rush.api.Archive;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import io.rush.core.script.NetworkStore;
import io.rush.core.table.ColumnarTable;
import io.rush.core.table.FieldResolver;
import io.rush.core.table.TablePart;
import io.rush.core.task.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The archive of a network in Redis. */
public final class NetworkArchive implements Archive {
    private static final Set<TaskField> QUEUED_FIELDS = fields(XS, XS_EXTRA);
    private static final Set<TaskField> RUNNING_FIELDS = fields(XS, XS_EXTRA, WORKER_ID);
    private static final Set<TaskField> FAILED_FIELDS = fields(XS, WORKER_ID, CONDITION);
    private static final Set<TaskField> ALL_FIELDS = fields(XS, YS, XS_EXTRA, WORKER_ID, YS_EXTRA, CONDITION);

    private final NetworkStore network;
    private final CurrentTasks current;
    private final FinishedArchive finished;

    public NetworkArchive(NetworkStore network, FieldResolver outsourced, OptionalLong cacheLimitBytes) {
        this.network = network;
        this.current = new CurrentTasks(network, outsourced);
        this.finished = new FinishedArchive(network, outsourced, cacheLimitBytes);
    }

    private static Set<TaskField> fields(TaskField... fields) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(fields)));
    }

    @Override
    public TaskTable fetchQueued(TaskField... fields) {
        Moment moment = moment(TaskState.QUEUED);
        return table(fields, QUEUED_FIELDS, current.part(moment.sharedKeys(), TaskState.QUEUED));
    }

    @Override
    public TaskTable fetchPriority(TaskField... fields) {
        Moment moment = moment(TaskState.QUEUED);
        return table(fields, QUEUED_FIELDS, current.part(moment.priorityKeys(), TaskState.QUEUED));
    }

    @Override
    public TaskTable fetchRunning(TaskField... fields) {
        Moment moment = moment(TaskState.RUNNING);
        return table(fields, RUNNING_FIELDS, current.running(moment.running()));
    }

    @Override
    public TaskTable fetchFinished(TaskField... fields) {
        return table(fields, ALL_FIELDS, finished.all());
    }

    @Override
    public TaskTable fetchCached(TaskField... fields) {
        return table(fields, ALL_FIELDS, finished.known());
    }

    @Override
    public TaskTable fetchFailed(TaskField... fields) {
        Moment moment = moment(TaskState.FAILED);
        return table(fields, FAILED_FIELDS, current.part(moment.failed(), TaskState.FAILED));
    }

    @Override
    public TaskTable fetch(TaskField... fields) {
        return fetch(EnumSet.allOf(TaskState.class), fields);
    }

    @Override
    public TaskTable fetch(Set<TaskState> states, TaskField... fields) {
        Moment moment = Moment.read(network, states);
        List<TablePart> parts = new ArrayList<>();
        parts.add(current.part(moment.queued(), TaskState.QUEUED));
        parts.add(current.part(moment.priorityKeys(), TaskState.QUEUED));
        parts.add(current.part(moment.delayed(), TaskState.QUEUED));
        parts.add(current.running(moment.running()));
        if (states.contains(TaskState.FINISHED)) {
            parts.add(finished.first(moment.finished()));
        }
        parts.add(current.part(moment.failed(), TaskState.FAILED));
        return table(fields, ALL_FIELDS, parts.toArray(TablePart[]::new));
    }

    @Override
    public TaskTable fetchNew(TaskField... fields) {
        return table(fields, ALL_FIELDS, finished.undelivered());
    }

    @Override
    public Optional<TaskTable> awaitNew(Duration timeout, TaskField... fields) {
        return finished.await(timeout, false).map(part -> table(fields, ALL_FIELDS, part));
    }

    @Override
    public Optional<TaskTable> awaitFinished(Duration timeout, TaskField... fields) {
        return finished.await(timeout, true).map(part -> table(fields, ALL_FIELDS, part));
    }

    @Override
    public void resetCache() {
        finished.dropCache();
    }

    /** Begins anew after the network was reset. */
    public void forget() {
        finished.forget();
    }

    private Moment moment(TaskState state) {
        return Moment.read(network, Set.of(state));
    }

    private static TaskTable table(TaskField[] chosen, Set<TaskField> byDefault, TablePart... parts) {
        return ColumnarTable.of(List.of(parts), chosen.length == 0 ? byDefault : fields(chosen));
    }
}
