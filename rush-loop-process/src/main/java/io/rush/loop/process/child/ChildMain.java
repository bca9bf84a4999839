package io.rush.loop.process.child;

import io.rush.loop.process.wire.Address;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Main class of a JVM that evaluates tasks for a worker; finds the worker by its environment. */
public final class ChildMain {
    private ChildMain() {}

    /**
     * Evaluates what comes until the worker says that it is enough.
     *
     * @throws IOException if the worker is not there
     */
    public static void main(String[] arguments) throws IOException {
        Address address = Address.here();
        Link link = Link.connect(address.socket());
        link.write(new Frame(FrameType.HELLO, address.token().getBytes(StandardCharsets.US_ASCII)));
        Outbox outbox = Outbox.open(link);
        Inbox inbox = Inbox.open(link, new Ending(address));
        try {
            new Service(inbox, outbox).run();
            System.exit(0);
        } catch (OutOfMemoryError exhausted) {
            Ending.outOfMemory();
        }
    }
}
