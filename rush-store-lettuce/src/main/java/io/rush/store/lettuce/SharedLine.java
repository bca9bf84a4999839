package io.rush.store.lettuce;

/**
 * The one line on which all threads say what is short. Opened at the first call, and again at the next one after it broke:
 * by one thread, whose luck is that of all who wait for it. Thread-safe.
 */
final class SharedLine implements Lines {
    private final Opener opener;
    private volatile Opening latest = Opening.failed();

    SharedLine(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Line take() {
        Opening known = latest;
        return known.isUsable() ? known.line() : renewed().line();
    }

    private Opening renewed() {
        Opening next = new Opening();
        synchronized (this) {
            if (latest.isUsable()) {
                return latest;
            }
            latest.retire();
            latest = next;
        }
        next.run(opener);
        return next;
    }

    @Override
    public void giveBack(Line line) {}

    @Override
    public void giveUp(Line line) {
        line.retire();
    }

    @Override
    public void renew() {
        latest.retire();
    }
}
