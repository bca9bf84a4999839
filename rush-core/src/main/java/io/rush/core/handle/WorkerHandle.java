package io.rush.core.handle;

import io.rush.api.Archive;
import io.rush.api.Hashes;
import io.rush.api.Heartbeat;
import io.rush.api.Logs;
import io.rush.api.Prefetch;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.Server;
import io.rush.api.StopMode;
import io.rush.api.TaskFeed;
import io.rush.api.Tasks;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerState;
import io.rush.api.Workers;
import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogSettings;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.LargeObject;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TransitionReport;
import io.rush.core.capture.CaptureScope;
import io.rush.core.launch.WorkerIds;
import io.rush.core.log.WorkerLog;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.task.TaskExchange;
import io.rush.core.task.TaskOwner;
import io.rush.core.worker.Pulse;
import io.rush.core.worker.RedisWorkerRegistry;
import io.rush.core.workload.StartArguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker's handle on its network. */
public final class WorkerHandle implements RushWorker {
    private static final int MOST_TASKS = NetworkStore.PAGE;
    private static final String LEFT_BEHIND = "The worker left before it handed in a result";

    private final Rush network;
    private final TaskOwner owner;
    private final TaskExchange exchange;
    private final RedisWorkerRegistry registry;
    private final Map<String, Object> constants;
    private final Map<String, Object> globals;
    private final Optional<Pulse> pulse;
    private final boolean remote;
    private final Optional<WorkerLog> log;

    private WorkerHandle(
            NetworkContext context,
            TaskOwner owner,
            Map<String, Object> constants,
            Map<String, Object> globals,
            Optional<Pulse> pulse,
            boolean remote,
            Optional<WorkerLog> log) {
        this.network = ControllerHandle.ofWorker(context);
        this.owner = owner;
        this.exchange = new TaskExchange(context.network(), context.stored(), owner);
        this.registry = new RedisWorkerRegistry(context.network(), context.stored());
        this.constants = constants;
        this.globals = globals;
        this.log = log;
        this.pulse = pulse;
        this.remote = remote;
        pulse.ifPresent(beating -> beating.follow(exchange::learn));
    }

    /** Registers a worker that was announced, and whose heartbeat has begun if it has one. */
    static WorkerHandle announced(
            NetworkContext context,
            String workerId,
            StartArguments arguments,
            Optional<Pulse> pulse,
            boolean remote,
            CaptureScope scope) {
        TaskOwner owner = register(context, workerId, true, pulse, remote);
        Optional<WorkerLog> log = log(context, owner, arguments.logs(), scope);
        return new WorkerHandle(context, owner, arguments.constants(), arguments.globals(), pulse, remote, log);
    }

    private static TaskOwner register(
            NetworkContext context, String id, boolean announced, Optional<Pulse> pulse, boolean remote) {
        try {
            return new RedisWorkerRegistry(context.network(), context.stored()).register(id, announced, pulse, remote);
        } catch (RuntimeException refused) {
            pulse.ifPresent(Pulse::close);
            throw refused;
        }
    }

    /** Registers a worker of the caller's. */
    public static WorkerHandle ofCaller(NetworkContext context, WorkerSettings settings) {
        String id = settings.workerId().orElseGet(WorkerIds::draw);
        Optional<Pulse> pulse = settings.heartbeat().map(heartbeat -> context.pulse(id, heartbeat, how -> {}));
        TaskOwner owner = register(context, id, false, pulse, settings.remote());
        Optional<WorkerLog> log = log(context, owner, settings.logs(), CaptureScope.THREAD);
        return new WorkerHandle(
                context, owner, settings.constants(), settings.globals(), pulse, settings.remote(), log);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return pulse.map(Pulse::heartbeat);
    }

    @Override
    public boolean isRemote() {
        return remote;
    }

    private static Optional<WorkerLog> log(
            NetworkContext context, TaskOwner owner, LogSettings settings, CaptureScope scope) {
        return settings.thresholds().isEmpty()
                ? Optional.empty()
                : Optional.of(WorkerLog.start(
                        context.impatient(),
                        owner,
                        settings,
                        scope,
                        context.config().classLoader()));
    }

    @Override
    public String workerId() {
        return owner.workerId();
    }

    @Override
    public Map<String, Object> constants() {
        return constants;
    }

    @Override
    public Map<String, Object> globals() {
        return globals;
    }

    @Override
    public Optional<Task> pop(Duration timeout, TaskField... fields) {
        return exchange(List.of(), 1, timeout, fields).tasks().stream().findFirst();
    }

    @Override
    public Exchange exchange(List<? extends TaskResult> results, int wanted, Duration timeout, TaskField... fields) {
        if (wanted < 0 || wanted > MOST_TASKS) {
            throw new ConfigurationException(
                    "the number of tasks to take must be 0 to " + MOST_TASKS + ", not " + wanted);
        }
        return exchange.exchange(results, wanted, Deadline.after(timeout), List.of(fields));
    }

    @Override
    public TaskFeed feed(Prefetch prefetch, TaskField... fields) {
        return exchange.feed(prefetch, List.of(fields));
    }

    @Override
    public List<String> pushRunning(Collection<?> xss) {
        return pushRunning(xss, List.of());
    }

    @Override
    public List<String> pushRunning(Collection<?> xss, List<? extends Map<String, ?>> extras) {
        return exchange.pushRunning(xss, extras);
    }

    @Override
    public boolean finish(String key, Map<String, ?> ys) {
        return finish(key, ys, Map.of());
    }

    @Override
    public boolean finish(String key, Map<String, ?> ys, Map<String, ?> extra) {
        return handIn(List.of(new TaskResult.Finished(key, ys, extra))).isComplete();
    }

    @Override
    public TransitionReport finish(List<String> keys, List<? extends Map<String, ?>> yss) {
        if (keys.size() != yss.size()) {
            throw new ConfigurationException(
                    "there are " + yss.size() + " maps of outputs for " + keys.size() + " keys; give one a key");
        }
        List<TaskResult> results = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            results.add(TaskResult.finished(keys.get(i), yss.get(i)));
        }
        return handIn(results);
    }

    @Override
    public boolean fail(String key, Condition condition) {
        return handIn(List.of(TaskResult.failed(key, condition))).isComplete();
    }

    private TransitionReport handIn(List<TaskResult> results) {
        return exchange.exchange(results, 0, Deadline.after(Duration.ZERO), List.of())
                .report();
    }

    @Override
    public void log(LogEntry entry) {
        log.ifPresent(own -> own.add(entry));
    }

    @Override
    public boolean isTerminated() {
        return exchange.isTerminated();
    }

    @Override
    public boolean isTerminatedOnIdle() {
        return exchange.isTerminatedOnIdle();
    }

    @Override
    public void terminate() {
        log.ifPresent(WorkerLog::flush);
        pulse.ifPresent(Pulse::close);
        registry.depart(owner, WorkerState.TERMINATED, LEFT_BEHIND);
    }

    @Override
    public String networkId() {
        return network.networkId();
    }

    @Override
    public Tasks tasks() {
        return network.tasks();
    }

    @Override
    public Archive archive() {
        return network.archive();
    }

    @Override
    public Workers workers() {
        return network.workers();
    }

    @Override
    public Logs logs() {
        return network.logs();
    }

    @Override
    public Server server() {
        return network.server();
    }

    @Override
    public Hashes hashes() {
        return network.hashes();
    }

    @Override
    public LargeObject storeLargeObject(Object value) {
        return network.storeLargeObject(value);
    }

    @Override
    public Object loadLargeObject(LargeObject reference) {
        return network.loadLargeObject(reference);
    }

    @Override
    public void reset(StopMode mode) {
        network.reset(mode);
    }

    @Override
    public void resetData() {
        network.resetData();
    }

    @Override
    public void close() {
        try {
            terminate();
        } finally {
            log.ifPresent(WorkerLog::close);
            network.close();
        }
    }

    @Override
    public String toString() {
        return "RushWorker[" + workerId() + " of network " + networkId() + "]";
    }
}
