package io.rush.loop.process.host;

import io.rush.api.ValueCodec;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Outputs;
import io.rush.loop.process.wire.Report;
import io.rush.loop.process.wire.TaskMessage;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A child JVM: starts when it is made, then evaluates one task at a time. Used by the loop's thread, killed by any. */
final class Child {
    private final ChildProcess process;
    private final Line line;
    private final ValueCodec codec;
    private final Path crashFiles;
    private final long started = System.nanoTime();
    private volatile Phase phase = Phase.STARTING;
    private volatile @Nullable Condition killedFor;
    private boolean usable = true;
    private @Nullable Frame first;
    private long tasks;

    Child(ChildProcess process, Line line, ValueCodec codec, Path crashFiles) {
        this.process = process;
        this.line = line;
        this.codec = codec;
        this.crashFiles = crashFiles;
    }

    /** How long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** How many tasks it was given. */
    long tasks() {
        return tasks;
    }

    /** Whether it has said if it is ready; never waits. */
    boolean hasStarted() {
        if (first == null) {
            first = line.poll().orElse(null);
        }
        return first != null;
    }

    /** Whether it ended before it was ready, for whatever reason. */
    boolean diedEarly() {
        return !process.isAlive() || (hasStarted() && first != null && first.type() == FrameType.GONE);
    }

    /** Whether it may get another task. */
    boolean isUsable() {
        return usable && killedFor == null && process.isAlive();
    }

    /** Waits until the function is created; otherwise says why it will not be. */
    Optional<Condition> awaitReady() throws InterruptedException {
        if (first == null) {
            first = line.take();
        }
        return switch (first.type()) {
            case READY -> Optional.empty();
            case UNFIT -> Optional.of(unusable(Report.decode(first.payload())));
            default -> Optional.of(unusable(end()));
        };
    }

    /** It gets no other task, whatever it says. */
    void abandon() {
        usable = false;
    }

    private Condition unusable(Condition condition) {
        abandon();
        return condition;
    }

    /** Sends the task; one that is gone is noticed when its result is awaited. */
    void begin(Task task) throws InterruptedException {
        tasks++;
        byte[] message = TaskMessage.encode(task, codec);
        phase = Phase.EVALUATING;
        try {
            line.send(new Frame(FrameType.TASK, message));
        } catch (ClosedByInterruptException interrupted) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(interrupted);
        } catch (IOException gone) {
            usable = false;
        }
    }

    /** Waits for the result of the task. */
    TaskResult awaitResult(Task task) throws InterruptedException {
        Frame frame = line.take();
        if (frame.type() == FrameType.RETURNED) {
            phase = Phase.SENDING;
            frame = line.take();
        }
        return switch (frame.type()) {
            case FINISHED -> TaskResult.finished(task.key(), Outputs.decode(frame.payload(), codec));
            case FAILED -> TaskResult.failed(task.key(), Report.decode(frame.payload()));
            case BROKEN -> TaskResult.failed(task.key(), unusable(Report.decode(frame.payload())));
            case OVERSIZED -> TaskResult.failed(task.key(), tooLarge(frame));
            default -> TaskResult.failed(task.key(), unusable(end()));
        };
    }

    private static Condition tooLarge(Frame frame) {
        return Condition.error("the outputs have " + frame.text()
                + " bytes, for which the worker has no memory; return less, or give the worker a larger heap");
    }

    /** What was killed on purpose is gone, with what it started, before anybody learns of it. */
    private Condition end() throws InterruptedException {
        if (killedFor != null) {
            process.kill();
            return killedFor;
        }
        String obituary = process.obituary(crashFiles);
        return Condition.error("the child JVM, while it " + phase.words() + ", " + obituary);
    }

    /** Kills it and what it started as it takes too long; the reason goes with what it did meanwhile. */
    void expire(FailureCause cause, String reason) {
        killedFor = Condition.of(cause, reason + "; its child JVM was killed while it " + phase.words());
        kill();
    }

    /** Kills it and what it started. */
    void kill() {
        process.kill();
        line.close();
    }

    /** Lets it end, and kills what it started. */
    void retire(Duration grace) {
        try {
            line.send(Frame.of(FrameType.QUIT));
            process.awaitEnd(grace);
        } catch (IOException gone) {
            process.kill();
        }
        line.close();
    }
}
