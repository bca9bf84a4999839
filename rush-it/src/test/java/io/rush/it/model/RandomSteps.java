package io.rush.it.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Refusal;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskState;
import io.rush.api.task.TransitionReport;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Takes random steps in a network and in its model, and holds what the network answers against the model. */
final class RandomSteps {
    private static final List<FailureCause> RETRIED =
            List.of(FailureCause.ERROR, FailureCause.TIMEOUT, FailureCause.LOST, FailureCause.KILLED);
    private static final List<String> WORKERS = List.of("w0", "w1", "w2");

    private final TestNetwork network;
    private final RawTasks raw;
    private final List<Rush> controllers;
    private final NetworkModel model;
    private final SplittableRandom random;
    private final List<Runnable> steps;
    final List<WorkerStart> starts = new ArrayList<>();
    private long nextX;

    RandomSteps(TestNetwork network, NetworkModel model, SplittableRandom random) {
        this.network = network;
        this.raw = new RawTasks(network);
        this.controllers = List.of(network.rush(), network.connect());
        this.model = model;
        this.random = random;
        this.steps = List.of(
                this::push,
                this::pushPriority,
                this::pushSettled,
                this::pushRunning,
                this::exchange,
                this::exchange,
                this::exchange,
                this::handInWhatIsNotHeld,
                this::fail,
                this::retry,
                this::retry,
                this::emptyQueue,
                this::resetData,
                this::changePolicy,
                this::letRetriesBeDue,
                this::letRetriesBeDue,
                this::askToLeave,
                this::leave,
                this::beDeclaredGone,
                this::register,
                this::register);
        WORKERS.forEach(this::register);
    }

    void takeOne() {
        model.nextStep();
        pick(steps).run();
    }

    Rush controller() {
        return pick(controllers);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(List<T> choices, Predicate<T> condition) {
        return choices.stream()
                .filter(choice -> condition.test(choice) && random.nextInt(3) == 0)
                .limit(4)
                .toList();
    }

    private List<ModelTask> someTasks() {
        List<ModelTask> all = new ArrayList<>(model.tasks.values());
        List<ModelTask> chosen = new ArrayList<>(some(all, task -> random.nextInt(8) == 0));
        chosen.addAll(some(all, task -> task.state == TaskState.RUNNING || task.state == TaskState.FAILED));
        return chosen.stream().distinct().toList();
    }

    private List<Map<String, Object>> points() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> Map.<String, Object>of("x", nextX++))
                .toList();
    }

    private List<ModelTask> created(List<String> keys, List<Map<String, Object>> points, OptionalInt maxRetries) {
        assertThat(keys).hasSameSizeAs(points);
        return IntStream.range(0, keys.size())
                .mapToObj(i -> model.create(keys.get(i), (long) points.get(i).get("x"), maxRetries))
                .toList();
    }

    private void push() {
        OptionalInt maxRetries = random.nextBoolean() ? OptionalInt.of(random.nextInt(3)) : OptionalInt.empty();
        boolean terminate = random.nextInt(4) == 0;
        PushOptions options = PushOptions.none().terminateWorkers(terminate);
        Optional<RetryPolicy> policy = random.nextInt(4) == 0 ? Optional.of(policy()) : Optional.empty();
        options = policy.map(options::retryPolicy).orElse(options);
        List<Map<String, Object>> points = points();
        List<String> keys = controller()
                .tasks()
                .push(points, maxRetries.isPresent() ? options.maxRetries(maxRetries.getAsInt()) : options);
        created(keys, points, maxRetries).forEach(task -> {
            task.policy = policy;
            model.enqueue(task, Optional.empty());
        });
        model.terminateOnIdle = terminate;
    }

    /** A policy whose retries are not due as long as the test runs. */
    private RetryPolicy policy() {
        return RetryPolicy.on(pick(RETRIED), pick(RETRIED))
                .firstDelay(Duration.ofHours(1))
                .maxRetries(random.nextInt(4));
    }

    private void changePolicy() {
        if (random.nextInt(3) == 0) {
            controller().tasks().clearRetryPolicy();
            model.policy = Optional.empty();
        } else {
            RetryPolicy policy = policy();
            controller().tasks().retryPolicy(policy);
            model.policy = Optional.of(policy);
        }
        assertThat(controller().tasks().retryPolicy()).isEqualTo(model.policy);
    }

    /** A worker that finds the queue empty moves what is due, and takes the first of it. */
    private void letRetriesBeDue() {
        Optional<WorkerStart> idle = model.workers.values().stream()
                .filter(worker -> worker.standing == WorkerStart.Standing.RUNNING
                        && model.ownQueues.get(worker.id).isEmpty())
                .findFirst();
        if (idle.isPresent() && model.queue.isEmpty()) {
            List<String> due = raw.letDelayedBeDue();
            assertThat(due)
                    .containsExactlyInAnyOrderElementsOf(model.delayed)
                    .isSortedAccordingTo(Comparator.comparingInt(key -> model.tasks.get(key).failedInStep));
            model.promote(due);
            List<String> taken = model.take(idle.get(), 1);

            assertThat(idle.get().handle.pop(Duration.ZERO).stream()
                            .map(Task::key)
                            .toList())
                    .isEqualTo(taken);
        }
    }

    private void pushPriority() {
        List<Map<String, Object>> points = points();
        List<Optional<String>> workers = points.stream()
                .map(point -> pick(List.of(Optional.of("w0"), Optional.of("w1"), Optional.of("nobody"), noWorker())))
                .toList();
        List<String> keys = controller().tasks().pushPriority(workers, points, PushOptions.none());
        List<ModelTask> tasks = created(keys, points, OptionalInt.empty());
        for (int i = 0; i < tasks.size(); i++) {
            model.enqueue(tasks.get(i), workers.get(i));
        }
        model.terminateOnIdle = false;
    }

    private static Optional<String> noWorker() {
        return Optional.empty();
    }

    private void pushSettled() {
        List<Map<String, Object>> points = points();
        if (random.nextBoolean()) {
            List<Map<String, Object>> outputs =
                    points.stream().map(point -> Map.of("y", point.get("x"))).toList();
            created(controller().tasks().pushFinished(points, outputs), points, OptionalInt.empty())
                    .forEach(task -> model.finish(task, task.x));
        } else {
            Condition condition = Condition.of(FailureCause.ERROR, "from the start");
            created(controller().tasks().pushFailed(points, List.of(condition)), points, OptionalInt.empty())
                    .forEach(task -> model.fail(task, FailureCause.ERROR));
        }
    }

    private void pushRunning() {
        WorkerStart worker = pick(starts);
        List<Map<String, Object>> points = points();
        List<String> keys = worker.handle.pushRunning(points);
        if (worker.isGone()) {
            assertThat(keys).isEmpty();
        } else {
            created(keys, points, OptionalInt.empty()).forEach(task -> model.run(task, worker));
        }
    }

    private void exchange() {
        WorkerStart worker = pick(starts);
        List<String> keys = some(List.copyOf(worker.held), key -> true);
        int wanted = random.nextInt(4);
        List<TaskResult> results = new ArrayList<>();
        List<String> applied = new ArrayList<>();
        Map<String, Refusal> refused = new LinkedHashMap<>();
        for (String key : keys) {
            boolean fails = random.nextInt(3) == 0;
            long y = random.nextInt(1000);
            results.add(fails ? TaskResult.failed(key, Condition.error("boom")) : TaskResult.finished(key, ys(y)));
            handIn(worker, key, fails, y, applied, refused);
        }
        List<String> taken = model.take(worker, wanted);

        Exchange exchange = worker.handle.exchange(results, wanted, Duration.ZERO);

        assertThat(exchange.report()).isEqualTo(new TransitionReport(applied, refused));
        assertThat(exchange.tasks()).extracting(Task::key).isEqualTo(taken);
        assertThat(exchange.tasks())
                .allSatisfy(task -> assertThat(task.xs()).isEqualTo(Map.of("x", model.tasks.get(task.key()).x)));
    }

    private static Map<String, Object> ys(long y) {
        return Map.of("y", y);
    }

    private void handIn(
            WorkerStart worker, String key, boolean fails, long y, List<String> applied, Map<String, Refusal> refused) {
        worker.held.remove(key);
        if (!model.owns(worker, key)) {
            refused.put(key, Refusal.NOT_OWNED);
            return;
        }
        applied.add(key);
        if (fails) {
            model.failRunning(model.tasks.get(key), FailureCause.ERROR);
        } else {
            model.finish(model.tasks.get(key), y);
        }
    }

    private void handInWhatIsNotHeld() {
        WorkerStart worker = pick(starts);
        some(List.copyOf(model.tasks.keySet()), key -> !worker.held.contains(key))
                .forEach(key -> assertThatThrownBy(() -> worker.handle.finish(key, ys(-1)))
                        .isInstanceOf(TaskStateException.class));
    }

    private void fail() {
        FailureCause cause = pick(List.of(FailureCause.values()));
        transition(
                task -> task.state == TaskState.RUNNING ? Optional.empty() : Optional.of(Refusal.NOT_RUNNING),
                task -> model.failRunning(task, cause),
                keys -> controller().tasks().fail(keys, List.of(Condition.of(cause, "a controller says so"))));
    }

    private void retry() {
        RetryOptions options = RetryOptions.defaults().ignoreMaxRetries(random.nextInt(3) == 0);
        transition(
                task -> {
                    if (task.state != TaskState.FAILED) {
                        return Optional.of(Refusal.NOT_FAILED);
                    }
                    boolean may = options.ignoreMaxRetries() || task.mayBeRetried();
                    return may ? Optional.empty() : Optional.of(Refusal.NO_RETRIES_LEFT);
                },
                model::retry,
                keys -> controller().tasks().retry(keys, options));
    }

    private void transition(
            Function<ModelTask, Optional<Refusal>> guard,
            Consumer<ModelTask> apply,
            Function<List<String>, TransitionReport> call) {
        List<String> applied = new ArrayList<>();
        Map<String, Refusal> refused = new LinkedHashMap<>();
        List<ModelTask> tasks = someTasks();
        for (ModelTask task : tasks) {
            Optional<Refusal> refusal = guard.apply(task);
            refusal.ifPresentOrElse(reason -> refused.put(task.key, reason), () -> {
                apply.accept(task);
                applied.add(task.key);
            });
        }
        TransitionReport report =
                call.apply(tasks.stream().map(task -> task.key).toList());
        assertThat(report).isEqualTo(new TransitionReport(applied, refused));
    }

    private void emptyQueue() {
        if (random.nextInt(3) == 0) {
            List<String> removed = controller().tasks().emptyQueue();
            assertThat(removed).containsExactlyInAnyOrderElementsOf(model.emptyQueue());
        }
    }

    /** What workers hold stays with their handles, and does not count any more. */
    private void resetData() {
        if (random.nextInt(4) == 0) {
            controller().resetData();
            model.resetData();
        }
    }

    private void askToLeave() {
        WorkerStart worker = model.workers.get(pick(WORKERS));
        if (!worker.isGone() && random.nextBoolean()) {
            controller().workers().stop(StopMode.TERMINATE, List.of(worker.id));
            worker.standing = WorkerStart.Standing.TERMINATING;
        }
    }

    /** A worker leaves; an earlier start of a worker that is at work again must not take it along. */
    private void leave() {
        WorkerStart worker = pick(starts);
        worker.handle.terminate();
        if (!worker.isGone()) {
            model.depart(worker, FailureCause.LOST);
        }
    }

    private void beDeclaredGone() {
        WorkerStart worker = model.workers.get(pick(WORKERS));
        if (!worker.isGone()) {
            FailureCause cause = pick(List.of(FailureCause.LOST, FailureCause.KILLED));
            String condition =
                    "{\"cause\":\"" + (cause == FailureCause.LOST ? "lost" : "killed") + "\",\"message\":\"\"}";
            network.send("HSET", network.key("worker:" + worker.id), "condition", condition);
            raw.lose(worker.id);
            controller().workers().detectLost();
            model.depart(worker, cause);
        }
    }

    private void register() {
        WORKERS.stream()
                .filter(id -> model.workers.get(id).isGone())
                .findFirst()
                .ifPresent(this::register);
    }

    private void register(String id) {
        WorkerStart start = new WorkerStart(id, network.worker(id));
        starts.add(start);
        model.start(start);
    }
}
