package io.rush.loop.process.child;

import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads what the worker sends on a thread of its own, so that its end is noticed whatever the function does. */
final class Inbox {
    /** The worker, which kills what takes longer, may be gone itself. */
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    private final Link link;
    private final Ending ending;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

    private Inbox(Link link, Ending ending) {
        this.link = link;
        this.ending = ending;
    }

    static Inbox open(Link link, Ending ending) {
        Inbox inbox = new Inbox(link, ending);
        Thread thread = new Thread(inbox::read, "rush-inbox");
        thread.setDaemon(true);
        thread.start();
        return inbox;
    }

    private void read() {
        try {
            Frame frame = link.read(Integer.MAX_VALUE);
            while (frame.type() != FrameType.GONE && frame.type() != FrameType.QUIT) {
                accept(frame);
                frame = link.read(Integer.MAX_VALUE);
            }
            if (frame.type() == FrameType.QUIT) {
                frames.add(frame);
                awaitEnd();
            }
        } catch (IOException broken) {
            // It ends as if the worker had closed it.
        } catch (OutOfMemoryError exhausted) {
            Ending.outOfMemory();
        }
        ending.workerGone();
    }

    /** A JVM that ends waits a third of a second for threads that read; so this one does not, and ends what does not end. */
    private static void awaitEnd() {
        try {
            Thread.sleep(LONGEST_END.toMillis());
        } catch (InterruptedException byTheFunction) {
            // Then there is less time.
        }
    }

    private void accept(Frame frame) {
        if (frame.type() == FrameType.OVERSIZED) {
            Ending.outOfMemory();
        } else {
            frames.add(frame);
        }
    }

    /** Waits for the next message; threads that the function left behind cannot interrupt it. */
    Frame take() {
        while (true) {
            try {
                return frames.take();
            } catch (InterruptedException byTheFunction) {
                // The flag is cleared by now.
            }
        }
    }
}
