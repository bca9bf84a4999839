package io.rush.loop.process.child;

import io.rush.api.ChildContext;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Outputs;
import io.rush.loop.process.wire.Report;
import io.rush.loop.process.wire.TaskMessage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Turns messages with tasks into messages with their results. */
final class Evaluation {
    private final ChildContext context;
    private final Outbox outbox;
    private final long resultLimit;

    Evaluation(ChildContext context, Outbox outbox, long resultLimit) {
        this.context = context;
        this.outbox = outbox;
        this.resultLimit = resultLimit;
    }

    /** Creates the function, and loads what the first task and its result would have to wait for. */
    void prepare() {
        context.function();
        Task task =
                new Task("", Map.of("x", 0.5), Map.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), 0);
        context.contextOf(TaskMessage.decode(TaskMessage.encode(task, context.codec()), context.codec()));
        Outputs.decode(Outputs.encode(Map.of("y", 0.5), context.codec()), context.codec());
    }

    void of(byte[] message) {
        Frame result = result(message);
        // Whatever flag the function left would be taken for an interruption of what comes next.
        Thread.interrupted();
        outbox.send(result);
    }

    private Frame result(byte[] message) {
        try {
            return evaluate(TaskMessage.decode(message, context.codec()));
        } catch (StackOverflowError overflow) {
            return failed(overflow);
        } catch (VirtualMachineError broken) {
            return new Frame(FrameType.BROKEN, Report.encode(Failures.condition(broken)));
        } catch (Throwable thrown) {
            return failed(thrown);
        }
    }

    private static Frame failed(Throwable thrown) {
        return new Frame(FrameType.FAILED, Report.encode(Failures.condition(thrown)));
    }

    private Frame evaluate(Task task) throws Exception {
        @Nullable Map<String, ?> ys = context.function().evaluate(task.xs(), context.contextOf(task));
        if (task.timeout().isPresent()) {
            outbox.send(Frame.of(FrameType.RETURNED));
        }
        return ys == null
                ? refused("function " + context.functionName() + " returned null for task " + task.key()
                        + "; return a map, an empty one where there are no outputs")
                : finished(ys);
    }

    private Frame finished(Map<String, ?> ys) {
        byte[] payload;
        try {
            payload = Outputs.encode(ys, context.codec());
        } catch (SerializationException unstorable) {
            return unstorable(unstorable);
        }
        return payload.length > resultLimit
                ? refused("function " + context.functionName() + " returned outputs of " + payload.length
                        + " bytes, and the loop takes " + resultLimit
                        + "; return less, give the worker a larger heap, or set the loop option 'resultLimit'")
                : new Frame(FrameType.FINISHED, payload);
    }

    private Frame unstorable(SerializationException refused) {
        Condition condition = Condition.error(refused);
        String message = "function " + context.functionName() + " returned outputs that cannot be stored: "
                + refused.getMessage();
        return new Frame(
                FrameType.FAILED,
                Report.encode(
                        new Condition(condition.cause(), message, condition.errorClass(), condition.stackTrace())));
    }

    private static Frame refused(String why) {
        return new Frame(FrameType.FAILED, Report.encode(Condition.error(why)));
    }
}
