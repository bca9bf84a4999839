package io.rush.it.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A listener that keeps what it heard. */
final class Ear implements Consumer<byte[]> {
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    private final Duration patience;

    Ear(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void accept(byte[] message) {
        heard.add(message);
    }

    byte[] next() {
        try {
            byte[] message = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("no message came within " + patience);
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", interrupted);
        }
    }

    String nextText() {
        return new String(next(), UTF_8);
    }

    int waiting() {
        return heard.size();
    }
}
