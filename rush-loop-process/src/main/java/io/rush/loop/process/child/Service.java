package io.rush.loop.process.child;

import io.rush.api.ChildContext;
import io.rush.api.task.Condition;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Report;
import io.rush.loop.process.wire.Setup;

/** The work of a child: creates the function, then evaluates one task after the other. */
final class Service {
    private final Inbox inbox;
    private final Outbox outbox;

    Service(Inbox inbox, Outbox outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** Returns when the worker says that it is enough. */
    void run() {
        Setup setup = Setup.decode(inbox.take().payload());
        Evaluation evaluation;
        try {
            evaluation = prepare(setup);
        } catch (Throwable unfit) {
            outbox.send(new Frame(FrameType.UNFIT, Report.encode(condition(unfit))));
            awaitEnd();
            return;
        }
        outbox.send(Frame.of(FrameType.READY));
        for (Frame frame = inbox.take(); frame.type() != FrameType.QUIT; frame = inbox.take()) {
            evaluation.of(frame.payload());
        }
    }

    @SuppressWarnings("resource")
    private Evaluation prepare(Setup setup) {
        ChildContext context = ChildContext.of(setup.handover());
        context.captureLog(outbox::log);
        Evaluation evaluation = new Evaluation(context, outbox, setup.resultLimit());
        evaluation.prepare();
        return evaluation;
    }

    private static Condition condition(Throwable unfit) {
        Condition condition = Failures.condition(unfit);
        return new Condition(
                condition.cause(),
                "the child JVM cannot create the function: " + condition.message(),
                condition.errorClass(),
                condition.stackTrace());
    }

    private void awaitEnd() {
        Frame frame = inbox.take();
        while (frame.type() != FrameType.QUIT) {
            frame = inbox.take();
        }
    }
}
