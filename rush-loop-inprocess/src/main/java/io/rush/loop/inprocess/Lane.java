package io.rush.loop.inprocess;

import io.rush.api.TaskFeed;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.loop.inprocess.Watch.Phase;
import java.util.Optional;

/** A thread that evaluates the tasks of a feed one after the other. Fields without a lock are for this thread alone. */
final class Lane implements Runnable {
    private final Crew crew;
    private final LaneName name;
    private final TaskFeed feed;
    private final Optional<TaskResult> inheritance;
    private final Watch watch;
    private boolean abandoned;

    /** @param inheritance what the abandoned lane that had the feed before leaves to hand in */
    Lane(Crew crew, LaneName name, TaskFeed feed, Optional<TaskResult> inheritance) {
        this.crew = crew;
        this.name = name;
        this.feed = feed;
        this.inheritance = inheritance;
        this.watch = new Watch(crew.options().threads().create(name.toString(), this));
    }

    Watch watch() {
        return watch;
    }

    void start() {
        try {
            watch.thread().start();
        } catch (Throwable refused) {
            crew.broke(refused);
            leave();
        }
    }

    /** A lane with a thread of its own that goes on with the feed of this one. */
    Lane successor(Optional<TaskResult> result) {
        return new Lane(crew, name.next(), feed, result);
    }

    @Override
    public void run() {
        try {
            work();
        } catch (Throwable broken) {
            crew.broke(broken);
        }
        if (!abandoned) {
            leave();
        }
    }

    private void leave() {
        watch.close();
        try {
            feed.close();
        } catch (Throwable broken) {
            crew.broke(broken);
        } finally {
            crew.left();
        }
    }

    private void work() {
        inheritance.ifPresent(this::handIn);
        while (!abandoned && !crew.isEnding()) {
            Optional<Task> task = next();
            if (task.isPresent()) {
                evaluate(task.get());
            } else if (crew.shouldLeave()) {
                return;
            }
        }
    }

    private Optional<Task> next() {
        try {
            return feed.next(Crew.IDLE_WAIT);
        } catch (RushException interruption) {
            if (Thread.interrupted()) {
                crew.leave();
                return Optional.empty();
            }
            throw interruption;
        }
    }

    private void evaluate(Task task) {
        long due = crew.due(task);
        if (!watch.begin(task, due)) {
            return;
        }
        crew.expect(due);
        TaskResult result;
        Phase phase = Phase.EVALUATING;
        try {
            result = crew.evaluation().of(task);
        } finally {
            phase = watch.end();
            abandoned = phase == Phase.ABANDONED;
        }
        settle(task, result, phase);
    }

    private void settle(Task task, TaskResult result, Phase phase) {
        switch (phase) {
            case EVALUATING -> settleInTime(result);
            case TIMED_OUT -> handIn(Evaluation.timedOut(task));
            case STOPPED -> settleStopped(result);
            default -> {
                // Abandoned: the successor has handed in that the task failed.
            }
        }
    }

    private void settleInTime(TaskResult result) {
        boolean interrupted = Thread.interrupted();
        handIn(result);
        if (interrupted) {
            crew.leave();
        }
    }

    /** Without a result the task fails with its worker, and not of the interrupt. */
    private void settleStopped(TaskResult result) {
        if (result instanceof TaskResult.Finished) {
            handIn(result);
        }
    }

    private void handIn(TaskResult result) {
        try {
            feed.handIn(result);
        } catch (SerializationException refused) {
            feed.handIn(crew.evaluation().unstorable(result, refused));
        }
    }
}
