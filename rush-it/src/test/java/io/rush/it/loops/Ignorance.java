package io.rush.it.loops;

import java.util.concurrent.CountDownLatch;

/** How a function ignores interrupts. */
final class Ignorance {
    private Ignorance() {}

    /** Waits until something that takes its time is over in another thread. */
    static void until(Runnable event) {
        CountDownLatch over = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    event.run();
                    over.countDown();
                },
                "rush-test-event");
        thread.setDaemon(true);
        thread.start();
        until(over);
    }

    /** Waits for a latch. */
    static void until(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
