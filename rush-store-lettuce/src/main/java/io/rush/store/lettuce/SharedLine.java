package io.rush.store.lettuce;

import io.rush.api.error.StoreException;

/**
 * The one line on which all threads say what is short. Opened again at the next call after it broke: by one thread, whose
 * luck is that of all who wait for it.
 */
final class SharedLine implements Lines {
    private final LineOpener opener;
    private volatile Opening latest = new Opening();
    private volatile boolean closed;

    /**
     * Opens it for the first time, which proves that the server can be used.
     *
     * @throws StoreException if that fails
     */
    SharedLine(LineOpener opener) {
        this.opener = opener;
        latest.run(opener);
        latest.line();
    }

    @Override
    public Line take(String operation) {
        Opening known = latest;
        return known.isUsable() ? known.line() : renewed(operation).line();
    }

    private Opening renewed(String operation) {
        Opening next = new Opening();
        synchronized (this) {
            if (latest.isUsable()) {
                return latest;
            }
            failIfClosed(operation);
            latest.retire();
            latest = next;
        }
        next.run(opener);
        return next;
    }

    private void failIfClosed(String operation) {
        if (closed) {
            throw opener.failures().closed(operation);
        }
    }

    @Override
    public void giveBack(Line line) {}

    @Override
    public void giveUp(Line line) {
        line.retire();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Opens it no more; the opener ends the one that is open. */
    void close() {
        closed = true;
    }
}
